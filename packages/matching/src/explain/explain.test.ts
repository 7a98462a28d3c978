import { describe, expect, it } from "vitest";
import { sample } from "../../test/fixtures.ts";
import { problemFrom } from "../../test/tiny-round.ts";
import { explain, solve } from "../index.ts";

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
  x: 0,
  y: 10,
  expertise: { maths: 2 },
  impact: 50,
  days: 5,
  daysEarly: 5,
  daysLate: 5,
  maxSchools: 2,
  maxKm: 20,
  fitToSupport: true,
  ...more,
});

const explained = (requests: readonly object[], providers: readonly object[]) => {
  const problem = problemFrom({ format: "brokering-round/1", name: "why", requests, providers });
  const plan = solve(problem);
  return { plan, reasons: explain(problem, plan) };
};

describe("explaining a plan", () => {
  it("says how many more days would serve a school left out", () => {
    const { reasons } = explained([request("R1"), request("R2", { days: 3 })], [provider("P1")]);
    expect(reasons.unserved).toHaveLength(1);
    expect(reasons.unserved[0]?.full).toBe(1);
    expect(reasons.unserved[0]?.changes[0]).toMatchObject({ kind: "days", provider: "P1" });
    expect(reasons.extraDays[0]).toMatchObject({ provider: "P1" });
  });

  it("says how much further someone would have to travel", () => {
    const { reasons } = explained([request("R1")], [provider("P1", { maxKm: 8 })]);
    expect(reasons.unserved[0]?.changes).toEqual([{ kind: "distance", provider: "P1", km: 2 }]);
    expect(reasons.unserved[0]?.rules).toEqual([{ rule: "distance", out: 1, alone: 1 }]);
  });

  it("names the one rule that stands in the way", () => {
    const { reasons } = explained(
      [request("R1", { exclude: ["P1"] })],
      [provider("P1"), provider("P2", { phases: ["secondary"], expertise: {} })],
    );
    expect(reasons.unserved[0]?.changes).toEqual([
      { kind: "rule", provider: "P1", rule: "not-excluded" },
    ]);
    expect(reasons.unserved[0]?.rules.find(({ rule }) => rule === "not-excluded")?.alone).toBe(1);
  });

  it("offers a swap with the lesser need whose days would do, and names it", () => {
    const { plan, reasons } = explained(
      [
        request("R1", { band: 1, days: 6 }),
        request("R2", { band: 2, days: 2 }),
        request("R3", { band: 3, days: 6 }),
        request("R4", { band: 4, days: 4, window: "late" }),
      ],
      [provider("P1", { days: 8, daysEarly: 8, daysLate: 8, maxSchools: 4 })],
    );
    expect(plan.unserved).toEqual(["R3", "R4"]);
    const [long, late] = reasons.unserved;
    expect(long?.changes).toContainEqual({ kind: "swap", provider: "P1", gives: "R1", band: 1 });
    expect(late?.changes).toContainEqual({ kind: "days", provider: "P1", days: 4 });
    expect(late?.changes.filter(({ kind }) => kind === "swap")).toEqual([]);
  });

  it("counts too few days once, though both day rules fail, and asks a full leader for a place", () => {
    const { reasons } = explained(
      [request("R1", { days: 9, window: "early" }), request("R2", { days: 2 }), request("R3")],
      [provider("P1", { maxSchools: 1 })],
    );
    const long = reasons.unserved.find(({ request: id }) => id === "R1");
    expect(long?.rules).toEqual([{ rule: "days", out: 1, alone: 1 }]);
    const short = reasons.unserved.find(({ request: id }) => id !== "R1");
    expect(short).toMatchObject({ full: 1, changes: [{ kind: "school-place" }, { kind: "swap" }] });
  });

  it("says nothing of one rule where room is lacking as well", () => {
    const { reasons } = explained(
      [request("R1"), request("R2", { exclude: ["P1"] })],
      [provider("P1")],
    );
    expect(reasons.unserved.find(({ request: id }) => id === "R2")?.changes).toEqual([]);
  });

  it("shows who came next and what choosing them would cost", () => {
    const { reasons } = explained(
      [request("R1")],
      [provider("P1", { expertise: { maths: 3 } }), provider("P2")],
    );
    const [next] = reasons.served[0]?.runnersUp ?? [];
    expect(next).toMatchObject({ provider: "P2", less: 100, why: "room", busyWith: [] });
    expect(next?.planLosesAtLeast ?? 101).toBeLessThanOrEqual(100);
  });

  it("advises to recruit where a school asks in vain", () => {
    const { reasons } = explained(
      [request("R1", { primary: "phonics", band: 1 })],
      [provider("P1")],
    );
    expect(reasons.recruit).toEqual([
      {
        expertise: "phonics",
        zone: "Z",
        phase: "primary",
        unserved: 1,
        eligible: 0,
        daysAsked: 5,
        unlocks: [1, 0, 0, 0],
        worth: [1, expect.any(Number), expect.any(Number), expect.any(Number)],
        room: { x: 0, y: 0, km: 1, days: 5, schools: 1 },
      },
    ]);
  });

  it("names a school that would be let go for one that both would rather have", () => {
    const { plan, reasons } = explained(
      [
        request("R1", { band: 2, prefer: ["P1"] }),
        request("R2", { band: 2 }),
        request("R3", { band: 1 }),
      ],
      [
        provider("P1", { expertise: { maths: 3 } }),
        provider("P2", { expertise: { maths: 1 }, maxKm: 11 }),
        provider("P3", { expertise: { maths: 1 }, maxKm: 11 }),
      ],
    );
    expect(plan.unserved).toEqual([]);
    const own = plan.assignments.find(({ provider: id }) => id === "P1")?.request;
    const { blockingPairs } = reasons.stability;
    expect(blockingPairs.every(({ gain }) => gain > 0)).toBe(true);
    expect(blockingPairs.every(({ request: id }) => id !== own)).toBe(true);
    for (const { provider: id, instead } of blockingPairs) {
      expect(id).toBe("P1");
      expect(instead).toBe(own);
    }
    expect(blockingPairs.some(({ request: id }) => id === "R3")).toBe(own !== "R3");
  });

  it("counts a pair that would both rather have each other", () => {
    const { plan, reasons } = explained(
      [request("R1", { days: 5, band: 3 }), request("R2", { days: 5, band: 3, y: 9 })],
      [provider("P1"), provider("P2", { expertise: { maths: 1 }, laOnly: true })],
    );
    expect(plan.unserved).toEqual([]);
    for (const pair of reasons.stability.blockingPairs) expect(pair.gain).toBeGreaterThan(0);
  });

  it("never claims a loss that the plan would not have", () => {
    const problem = sample("la-1-s1.json");
    const plan = solve(problem);
    const { served, load } = explain(problem, plan);
    const reason = served.find(({ runnersUp }) => runnersUp.length > 0);
    const [other] = reason?.runnersUp ?? [];
    if (reason === undefined || other === undefined) throw new Error("nobody came next");
    const forced = solve({
      ...problem,
      pins: [...problem.pins, { request: reason.request, provider: other.provider }],
    });
    if (forced.servedByBand.join() === plan.servedByBand.join())
      expect(plan.fit - forced.fit).toBeGreaterThanOrEqual(other.planLosesAtLeast);
    expect(load.providers).toHaveLength(25);
    expect(load.mean).toBeGreaterThan(0.3);
  });
});
