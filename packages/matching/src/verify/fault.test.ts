import { describe, expect, it } from "vitest";
import { problemFrom } from "../../test/tiny-round.ts";
import { readPlan, solve, verify, type Plan } from "../index.ts";

const place = { la: "A", zone: "Z", trust: "T1", phase: "primary", x: 0, y: 0, window: "any" };
const asks = { ...place, primary: "maths", band: 1, days: 5 };

const requests = {
  R1: { ...asks, id: "R1", urn: "1", window: "early", secondary: "send", specialistDays: 2 },
  R2: { ...asks, id: "R2", urn: "2", window: "late", band: 2, days: 3 },
  R3: { ...asks, id: "R3", urn: "3", primary: "phonics" },
};

const gives = {
  kind: "LLE",
  la: "A",
  zone: "Z",
  trust: "T2",
  phases: ["primary"],
  x: 3,
  y: 4,
  impact: 50,
  days: 10,
  daysEarly: 5,
  daysLate: 5,
  maxSchools: 2,
  maxKm: 9,
  fitToSupport: true,
};

const providers = {
  P1: { ...gives, id: "P1", urn: "11", expertise: { maths: 3 } },
  P2: { ...gives, id: "P2", urn: "12", expertise: { send: 2 } },
  P3: { ...gives, id: "P3", urn: "13", expertise: { phonics: 2 } },
};

type Change = {
  readonly R1?: object;
  readonly P1?: object;
  readonly P2?: object;
  readonly round?: object;
};

const roundWith = ({ R1, P1, P2, round }: Change = {}) =>
  problemFrom({
    format: "brokering-round/1",
    name: "faults",
    requests: [{ ...requests.R1, ...R1 }, requests.R2, requests.R3],
    providers: [{ ...providers.P1, ...P1 }, { ...providers.P2, ...P2 }, providers.P3],
    ...round,
  });

const problem = roundWith();
const plan = solve(problem);
const lead = "P1 as lead at R1: ";

const roundFaults: readonly (readonly [string, Change])[] = [
  [`${lead}the provider is not fit to support`, { P1: { fitToSupport: false } }],
  [`${lead}the provider works at the school itself`, { P1: { urn: "1" } }],
  [`${lead}the provider does not serve the phase`, { R1: { phase: "secondary" } }],
  [`${lead}the provider does not hold the expertise`, { R1: { primary: "eyfs" } }],
  [`${lead}the school is too far away`, { P1: { maxKm: 4.9 } }],
  [`${lead}the provider keeps to its own area`, { P1: { laOnly: true }, R1: { la: "B" } }],
  [`${lead}both belong to one trust`, { P1: { trust: "T1" } }],
  [`${lead}the request excludes the provider`, { R1: { exclude: ["P1"] } }],
  [`${lead}the provider declined the request`, { P1: { declines: ["R1"] } }],
  [`${lead}the pair is forbidden`, { round: { forbid: [{ request: "R1", provider: "P1" }] } }],
  [`${lead}the provider has not that many days`, { P1: { daysEarly: 4 } }],
  [`${lead}the provider takes no school`, { P1: { maxSchools: 0 } }],
  [
    `${lead}the request is pinned to another provider`,
    { round: { pins: [{ request: "R1", provider: "P2" }] } },
  ],
  ["P2 as specialist at R1: the request asks for no specialist", { R1: { specialistDays: 0 } }],
  [
    "R1 has a specialist although its lead holds the secondary",
    { P1: { expertise: { maths: 3, send: 1 } } },
  ],
  ["P1 gives 8 days, but has 7", { P1: { days: 7 } }],
  ["P1 gives 5 early days, but has 4", { P1: { daysEarly: 4 } }],
  ["P1 gives 3 late days, but has 2", { P1: { daysLate: 2 } }],
  ["P1 gives 2 placements, but has 1", { P1: { maxSchools: 1 } }],
];

type Stage = Plan["certificate"][number]["stages"][number];

/** The plan with one stage of the group of R1 changed. */
const withStage = (goal: Stage["goal"], change: (stage: Stage) => object): Plan => ({
  ...plan,
  certificate: plan.certificate.map((group) => ({
    ...group,
    stages: group.stages.map((stage) =>
      stage.goal === goal && group.requests.includes("R1") ? { ...stage, ...change(stage) } : stage,
    ),
  })),
});

const [first, specialist] = plan.assignments;
if (first === undefined || specialist === undefined) throw new Error("nobody is placed");
const with_ = (...more: Plan["assignments"]): Plan => ({
  ...plan,
  assignments: [...plan.assignments, ...more],
});
const without = (role: string): Plan => ({
  ...plan,
  assignments: plan.assignments.filter((each) => each.request !== "R1" || each.role !== role),
});

const planFaults: readonly (readonly [string, Plan])[] = [
  ["P9 as lead at R1: no such request or provider", with_({ ...first, provider: "P9" })],
  ["P1 as lead at R9: no such request or provider", with_({ ...first, request: "R9" })],
  [`${lead}the fit is ${first.fit}, not 9`, { ...plan, assignments: [{ ...first, fit: 9 }] }],
  ["R1 has two leads", with_(first)],
  ["R1 has two specialists", with_(specialist)],
  ["R1 has a specialist without a lead", without("lead")],
  ["it serves 2, 1, 0, 0 by band, not 2, 0, 0, 0", { ...plan, servedByBand: [2, 0, 0, 0] }],
  [`its fit is ${plan.fit}, not 1`, { ...plan, fit: 1 }],
  ["its list of unserved requests is not right", { ...plan, unserved: ["R2"] }],
  [
    `a bound of 1 stands below the value ${plan.fit}`,
    { ...plan, bounds: { ...plan.bounds, fit: 1 } },
  ],
  [
    "it says proved, but its bounds lie above its values",
    { ...plan, bounds: { ...plan.bounds, fit: plan.fit + 1 } },
  ],
  [
    "the bounds are not the sum of the bounds in the proof",
    { ...plan, proved: false, bounds: { ...plan.bounds, fit: plan.fit + 1 } },
  ],
  [
    "R1 and P1 could be placed together across groups",
    {
      ...plan,
      certificate: plan.certificate.map((group) => ({
        ...group,
        providers: group.providers.filter((id) => id !== "P1"),
      })),
    },
  ],
  [
    "the proof leaves out P3",
    {
      ...plan,
      certificate: plan.certificate.filter(({ requests: ids }) => ids.includes("R1")),
    },
  ],
  [
    "the proof lacks a stage",
    {
      ...plan,
      certificate: plan.certificate.map((group) => ({ ...group, stages: group.stages.slice(1) })),
    },
  ],
  [
    "a multiplier has the wrong sign",
    withStage("fit", ({ lead: all }) => ({ lead: all.map(() => -1) })),
  ],
  [
    "a multiplier has the wrong sign",
    withStage("fit", ({ specialist: all }) => ({ specialist: all.map(() => -1) })),
  ],
  [
    "the multiplier of band 1 has the wrong sign",
    withStage("fit", () => ({ holds: ["at-least", "free", "free", "free"], band: [1, 0, 0, 0] })),
  ],
  [
    "the multiplier of band 2 has the wrong sign",
    withStage("fit", () => ({ holds: ["free", "free", "free", "free"], band: [0, -1, 0, 0] })),
  ],
  ["band 1 is held without proof", withStage("band-1", () => ({ proved: false }))],
  [
    "band 2 is held without proof",
    withStage("band-1", () => ({ holds: ["free", "at-least", "free", "free"] })),
  ],
];

describe("what the verifier says", () => {
  it("has nothing to say of the plan as it was solved", () => {
    expect(plan.assignments.map(({ request, provider }) => request + provider)).toEqual([
      "R1P1",
      "R1P2",
      "R2P1",
      "R3P3",
    ]);
    expect(verify(problem, plan)).toMatchObject({ faults: [], restsOnSearch: false });
  });

  it.each(roundFaults)("%s", (fault, change) => {
    expect(verify(roundWith(change), plan).faults).toContain(fault);
  });

  it.each(planFaults)("%s", (fault, ruined) => {
    expect(verify(problem, ruined).faults).toContain(fault);
  });

  it("never confirms less than what is asked for, nor more", () => {
    const loose = withStage("fit", ({ lead: all }) => ({ lead: all.map(() => 1_000_000) }));
    const most = plan.assignments.reduce((sum, { fit }) => sum + fit, 0);
    expect(verify(problem, loose).confirmed?.fit).toBe(most);
    const counted = withStage("band-1", ({ lead: all }) => ({
      lead: all.map(() => 1_000_000_000),
    }));
    expect(verify(problem, counted).confirmed?.servedByBand[0]).toBe(2);
  });

  it("asks for a number for each of the four bands", () => {
    const reading = readPlan({ ...plan, servedByBand: plan.servedByBand.slice(0, 3) });
    expect(reading).toEqual({ ok: false, faults: ["$.servedByBand must have four numbers"] });
  });

  it("goes on where a proof names someone who is not in the round", () => {
    const withStranger = {
      ...plan,
      certificate: plan.certificate.map((group) => ({
        ...group,
        providers: [...group.providers, "nobody"],
      })),
    };
    expect(verify(problem, withStranger).confirmed).toEqual(verify(problem, plan).confirmed);
  });
});
