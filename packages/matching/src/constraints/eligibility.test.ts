import { describe, expect, it } from "vitest";
import { problemFrom } from "../../test/tiny-round.ts";
import { checkPair, isEligible, standingOf, type Rule } from "./eligibility.ts";

const request = {
  id: "R1",
  urn: "1",
  la: "A",
  zone: "Z",
  trust: "T1",
  phase: "primary",
  x: 0,
  y: 0,
  band: 1,
  days: 5,
  window: "early",
  primary: "maths",
  secondary: "send",
  specialistDays: 2,
};

const provider = {
  id: "P1",
  kind: "LLE",
  urn: "2",
  la: "A",
  zone: "Z",
  trust: "T2",
  phases: ["primary"],
  x: 3,
  y: 4,
  expertise: { maths: 1, send: 1 },
  impact: 50,
  days: 5,
  daysEarly: 5,
  daysLate: 0,
  maxSchools: 1,
  maxKm: 5,
  laOnly: true,
  fitToSupport: true,
};

type Change = { readonly request?: object; readonly provider?: object; readonly round?: object };

const results = (change: Change, role: "lead" | "specialist" = "lead") => {
  const problem = problemFrom({
    format: "brokering-round/1",
    name: "pair",
    requests: [{ ...request, ...change.request }],
    providers: [
      { ...provider, ...change.provider },
      { ...provider, id: "P2" },
    ],
    ...change.round,
  });
  const [asking] = problem.requests;
  const giving = problem.providers.find(({ id }) => id === "P1");
  if (asking === undefined || giving === undefined) throw new Error("no pair");
  const pair = { request: asking, provider: giving, role, standing: standingOf(problem) };
  const failed = checkPair(pair).filter(({ passed }) => !passed);
  expect(isEligible(pair)).toBe(failed.length === 0 && checkPair(pair).length > 0);
  return failed;
};

const breaks: readonly (readonly [Rule, Change, number])[] = [
  ["fit-to-support", { provider: { fitToSupport: false } }, 0],
  ["different-school", { provider: { urn: "1" } }, 0],
  ["phase", { request: { phase: "secondary" } }, 0],
  ["expertise", { request: { primary: "phonics" } }, 0],
  ["distance", { provider: { maxKm: 4 } }, 1],
  ["same-area-only", { request: { la: "B" } }, 0],
  ["different-trust", { provider: { trust: "T1" } }, 0],
  ["not-excluded", { request: { exclude: ["P1"] } }, 0],
  ["not-declined", { provider: { declines: ["R1"] } }, 0],
  ["not-forbidden", { round: { forbid: [{ request: "R1", provider: "P1" }] } }, 0],
  ["pinned-elsewhere", { round: { pins: [{ request: "R1", provider: "P2" }] } }, 0],
  ["window-days", { provider: { daysEarly: 3 } }, 2],
  ["schools", { provider: { maxSchools: 0 } }, 1],
];

describe("who may support whom", () => {
  it("passes every rule exactly at its limits", () => {
    expect(results({})).toEqual([]);
    expect(results({}, "specialist")).toEqual([]);
  });

  it.each(breaks)("fails %s alone, and says by how much", (rule, change, short) => {
    expect(results(change)).toEqual([{ rule, passed: false, short }]);
  });

  it("fails both day rules when there are too few days in all", () => {
    expect(results({ provider: { days: 4, daysEarly: 4 } }).map(({ rule }) => rule)).toEqual([
      "days",
      "window-days",
    ]);
  });

  it("lets one trust support itself where the policy allows it", () => {
    const allowed = { policy: { sameTrustAllowed: true } };
    expect(results({ provider: { trust: "T1" }, round: allowed })).toEqual([]);
  });

  it("asks a specialist for the secondary, and a pin does not bind one", () => {
    expect(results({ provider: { expertise: { maths: 3 } } }, "specialist")).toEqual([
      { rule: "expertise", passed: false, short: 0 },
    ]);
    expect(results({ round: { pins: [{ request: "R1", provider: "P2" }] } }, "specialist")).toEqual(
      [],
    );
  });

  it("never lets a specialist in where none is asked for", () => {
    expect(results({ request: { specialistDays: 0 } }, "specialist")).toEqual([]);
  });
});
