import { describe, expect, it } from "vitest";
import { problemFrom } from "../../test/tiny-round.ts";
import type { Problem } from "../index.ts";
import { deferredAcceptance } from "./deferred-acceptance.ts";
import type { Draft } from "./draft.ts";
import { itemsOf } from "./draft.ts";
import { bestGreedy, greedyByNeed } from "./greedy.ts";
import { buildModel, type Model } from "./model.ts";
import { solve } from "./solve.ts";

type Found = readonly (readonly [request: string, provider: string, role: string])[];

const fromDraft =
  (run: (model: Model) => Draft) =>
  (problem: Problem): Found => {
    const model = buildModel(problem);
    return itemsOf(run(model)).map((item) => [
      problem.requests[model.request[item] ?? -1]?.id ?? "",
      problem.providers[model.provider[item] ?? -1]?.id ?? "",
      model.isLead[item] === 1 ? "lead" : "specialist",
    ]);
  };

const solvers: Record<string, (problem: Problem) => Found> = {
  "greedy by need": fromDraft(greedyByNeed),
  "best greedy": fromDraft(bestGreedy),
  "deferred acceptance": fromDraft(deferredAcceptance),
  "column generation": (problem) =>
    solve(problem).assignments.map(({ request, provider, role }) => [request, provider, role]),
};

const request = (id: string, more: object = {}) => ({
  id,
  urn: `school-${id}`,
  la: "A",
  zone: "Z",
  phase: "primary",
  x: 0,
  y: 0,
  band: 2,
  days: 5,
  window: "any",
  primary: "maths",
  ...more,
});

const provider = (id: string, more: object = {}) => ({
  id,
  kind: "LLE",
  urn: `home-${id}`,
  la: "A",
  zone: "Z",
  phases: ["primary"],
  x: 1,
  y: 1,
  expertise: { maths: 2 },
  impact: 50,
  days: 10,
  daysEarly: 10,
  daysLate: 10,
  maxSchools: 2,
  maxKm: 20,
  fitToSupport: true,
  ...more,
});

type Case = {
  readonly name: string;
  readonly requests: readonly object[];
  readonly providers: readonly object[];
  readonly more?: object;
  readonly expected: Found;
};

const cases: readonly Case[] = [
  {
    name: "one school and one leader with days meet",
    requests: [request("R1")],
    providers: [provider("P1")],
    expected: [["R1", "P1", "lead"]],
  },
  {
    name: "days run out for the lesser need",
    requests: [request("R1", { band: 3 }), request("R2", { band: 1, days: 8 })],
    providers: [provider("P1")],
    expected: [["R2", "P1", "lead"]],
  },
  {
    name: "early days run out though days are left",
    requests: [request("R1", { window: "early" }), request("R2", { window: "early", band: 1 })],
    providers: [provider("P1", { daysEarly: 6 })],
    expected: [["R2", "P1", "lead"]],
  },
  {
    name: "late days run out though days are left",
    requests: [request("R1", { window: "late" }), request("R2", { window: "late", band: 1 })],
    providers: [provider("P1", { daysLate: 6 })],
    expected: [["R2", "P1", "lead"]],
  },
  {
    name: "one specialist joins, though two could",
    requests: [request("R1", { secondary: "send", specialistDays: 2 })],
    providers: [
      provider("P1"),
      provider("P2", { expertise: { send: 3 } }),
      provider("P3", { expertise: { send: 1 } }),
    ],
    expected: [
      ["R1", "P1", "lead"],
      ["R1", "P2", "specialist"],
    ],
  },
  {
    name: "the number of schools runs out though days are left",
    requests: [request("R1"), request("R2", { band: 1, days: 1 })],
    providers: [provider("P1", { maxSchools: 1 })],
    expected: [["R2", "P1", "lead"]],
  },
  {
    name: "a pinned school takes its leader or none",
    requests: [request("R1")],
    providers: [provider("P1"), provider("P2", { fitToSupport: false })],
    more: { pins: [{ request: "R1", provider: "P2" }] },
    expected: [],
  },
  {
    name: "a specialist joins a lead that lacks the secondary",
    requests: [request("R1", { secondary: "send", specialistDays: 2 })],
    providers: [provider("P1"), provider("P2", { expertise: { send: 3 } })],
    expected: [
      ["R1", "P1", "lead"],
      ["R1", "P2", "specialist"],
    ],
  },
  {
    name: "no specialist joins a lead that holds the secondary",
    requests: [request("R1", { secondary: "send", specialistDays: 2 })],
    providers: [
      provider("P1", { expertise: { maths: 3, send: 1 } }),
      provider("P2", { expertise: { send: 3 } }),
    ],
    expected: [["R1", "P1", "lead"]],
  },
  {
    name: "no specialist comes without a lead",
    requests: [request("R1", { secondary: "send", specialistDays: 2, primary: "phonics" })],
    providers: [provider("P2", { expertise: { send: 3 } })],
    expected: [],
  },
];

describe.each(Object.entries(solvers))("%s", (_, run) => {
  it.each(cases)("$name", ({ requests, providers, more, expected }) => {
    const problem = problemFrom({
      format: "brokering-round/1",
      name: "case",
      requests,
      providers,
      ...more,
    });
    expect(run(problem)).toEqual(expected);
  });
});
