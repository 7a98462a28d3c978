import { describe, expect, it } from "vitest";
import { sample } from "../../test/fixtures.ts";
import { readPlan, solve, verify, type Plan } from "../index.ts";

const problem = sample("la-1-s1.json");
const plan = solve(problem);
const [first] = plan.assignments;

const replacedFirst = (change: object): unknown => ({
  ...plan,
  assignments: plan.assignments.map((each, at) => (at === 0 ? { ...each, ...change } : each)),
});

const verdictOf = (value: unknown) => {
  const reading = readPlan(JSON.parse(JSON.stringify(value)));
  if (!reading.ok) throw new Error(reading.faults.join());
  return verify(problem, reading.plan);
};

const stageChanged = (
  at: number,
  change: (stage: Plan["certificate"][0]["stages"][0]) => object,
) => ({
  ...plan,
  certificate: plan.certificate.map((group, index) =>
    index > 0
      ? group
      : {
          ...group,
          stages: group.stages.map((stage, number) =>
            number === at ? { ...stage, ...change(stage) } : stage,
          ),
        },
  ),
});

const ruined: Record<string, unknown> = {
  "a provider that may not": replacedFirst({
    provider: problem.providers.find(
      ({ fitToSupport, id }) => !fitToSupport || id !== first?.provider,
    )?.id,
  }),
  "a fit that is too high": replacedFirst({ fit: (first?.fit ?? 0) + 1 }),
  "a request that is unknown": replacedFirst({ request: "R99999" }),
  "a specialist where none is asked for": replacedFirst({ role: "specialist" }),
  "a request twice": { ...plan, assignments: [...plan.assignments, first] },
  "a total fit that is wrong": { ...plan, fit: plan.fit + 5 },
  "a band count that is wrong": { ...plan, servedByBand: [9, 9, 9, 9] },
  "an unserved list that hides one": { ...plan, unserved: plan.unserved.slice(1) },
  "a placement dropped": { ...plan, assignments: plan.assignments.slice(1) },
  "a bound below the value": { ...plan, bounds: { ...plan.bounds, fit: plan.fit - 1 } },
  "proved with a bound above": { ...plan, bounds: { ...plan.bounds, fit: plan.fit + 1 } },
  "a group left out of the proof": { ...plan, certificate: [] },
  "a multiplier below zero": stageChanged(4, (stage) => ({ lead: stage.lead.map(() => -1) })),
  "a stage left out of the proof": {
    ...plan,
    certificate: plan.certificate.map((group) => ({ ...group, stages: group.stages.slice(1) })),
  },
  "a band held that was not proved": stageChanged(0, () => ({ proved: false })),
};

describe("verifying a plan", () => {
  it("finds nothing wrong with a plan as solved, and confirms its bounds", () => {
    const verdict = verdictOf(plan);
    expect(verdict.faults).toEqual([]);
    expect(verdict.confirmed).toEqual({ servedByBand: [...plan.servedByBand], fit: plan.fit });
    expect(verdict.restsOnSearch).toBe(false);
  });

  it.each(Object.entries(ruined))("refuses %s", (_, value) => {
    expect(verdictOf(value).holds).toBe(false);
  });

  it("confirms a looser bound where the multipliers are not the best", () => {
    const verdict = verdictOf(
      stageChanged(4, (stage) => ({ lead: stage.lead.map((value) => value + 1) })),
    );
    expect(verdict.confirmed?.fit ?? 0).toBeGreaterThanOrEqual(plan.fit);
    expect(verdict.restsOnSearch).toBe(true);
  });

  it("cannot confirm bounds without a proof", () => {
    const { certificate: _, ...bare } = plan;
    expect(verdictOf(bare)).toMatchObject({ holds: true, restsOnSearch: true });
  });

  it("notices when a provider gives more than it has", () => {
    const poorer = {
      ...problem,
      providers: problem.providers.map((each) => ({ ...each, maxSchools: 1 })),
    };
    expect(verify(poorer, plan).faults.join()).toContain("placements");
  });

  it("says where a file is no plan", () => {
    expect(readPlan({ assignments: [{}], unserved: 3 })).toMatchObject({ ok: false });
  });
});
