import { describe, expect, it } from "vitest";
import { sample } from "../../test/fixtures.ts";
import { problemFrom, tinyRound } from "../../test/tiny-round.ts";
import { daily } from "../../test/whole.ts";
import { applyChange, resolve, solve, verify, type Plan } from "../index.ts";
import { buildModel } from "../solve/model.ts";
import { changedModel } from "./changed-model.ts";

const problem = sample("la-1-s1.json");
const previous = solve(problem);
const leads = previous.assignments.filter(({ role }) => role === "lead");

const hasPair = (plan: Plan, request: string, provider: string): boolean =>
  plan.assignments.some((each) => each.request === request && each.provider === provider);

const school = (id: string, more: object = {}) => ({
  id,
  urn: `school-${id}`,
  la: "A",
  zone: "Z",
  phase: "primary",
  x: 0,
  y: 0,
  band: 3,
  days: 5,
  window: "any",
  primary: "maths",
  ...more,
});

const leader = (id: string, more: object = {}) => ({
  id,
  kind: "LLE",
  urn: `home-${id}`,
  la: "A",
  zone: "Z",
  phases: ["primary"],
  x: 0,
  y: 1,
  expertise: { maths: 2 },
  impact: 50,
  days: 5,
  daysEarly: 5,
  daysLate: 5,
  maxSchools: 1,
  maxKm: 20,
  fitToSupport: true,
  ...more,
});

const smallRound = (requests: readonly object[], providers: readonly object[]) =>
  problemFrom({ format: "brokering-round/1", name: "small", requests, providers });

describe("repairing a plan", () => {
  it("never places a pair that declined, and keeps every rule", () => {
    for (const { request, provider } of leads.slice(0, daily(3, 50))) {
      const repair = resolve({
        problem,
        previous,
        change: { kind: "declined", request, provider },
      });
      expect(hasPair(repair.plan, request, provider)).toBe(false);
      expect(verify(repair.problem, repair.plan).faults).toEqual([]);
    }
  });

  it("says of everything that moved from whom, to whom and why", () => {
    const [first] = leads;
    if (first === undefined) throw new Error("no lead");
    const { request, provider } = first;
    const { moved, plan } = resolve({
      problem,
      previous,
      change: { kind: "declined", request, provider },
    });
    expect(moved).toContainEqual(
      expect.objectContaining({ request, from: provider, why: "declined" }),
    );
    for (const move of moved) {
      if (move.to !== undefined) expect(hasPair(plan, move.request, move.to)).toBe(true);
      if (move.from !== undefined) expect(hasPair(previous, move.request, move.from)).toBe(true);
    }
  });

  it("moves nothing when the change touches nobody", () => {
    const spare = problem.providers.find(({ id }) =>
      previous.assignments.every(({ provider }) => provider !== id),
    );
    if (spare === undefined) throw new Error("everyone is busy");
    const { moved } = resolve({
      problem,
      previous,
      change: { kind: "provider-left", provider: spare.id },
    });
    expect(moved).toEqual([]);
  });

  it("leaves what is confirmed where it is", () => {
    const [first, ...others] = leads;
    if (first === undefined) throw new Error("no lead");
    const confirmed = others.map(({ request, provider, role }) => ({ request, provider, role }));
    const { plan } = resolve({
      problem,
      previous,
      confirmed,
      change: { kind: "declined", request: first.request, provider: first.provider },
    });
    for (const { request, provider } of confirmed)
      expect(hasPair(plan, request, provider)).toBe(true);
  });

  it("moves nobody for a better fit alone", () => {
    const small = smallRound(
      [school("R1"), school("R2", { band: 1, prefer: ["P1"] })],
      [
        leader("P1", { expertise: { maths: 3 } }),
        leader("P2", { expertise: { maths: 1 } }),
        leader("P3", { expertise: { maths: 1 }, impact: 0 }),
      ],
    );
    const before = solve(small);
    expect([hasPair(before, "R1", "P2"), hasPair(before, "R2", "P1")]).toEqual([true, true]);
    const change = { kind: "declined", request: "R2", provider: "P1" } as const;
    const { plan, moved } = resolve({ problem: small, previous: before, change });
    expect(plan.servedByBand).toEqual([1, 0, 1, 0]);
    expect(moved.map(({ request }) => request)).toEqual(["R2"]);
  });

  it("moves a lesser need for a greater one, but not where it is confirmed", () => {
    const small = smallRound(
      [
        school("R1", { prefer: ["P1"] }),
        school("R2", { band: 1, exclude: ["P3"], prefer: ["P2"] }),
      ],
      [leader("P1"), leader("P2"), leader("P3")],
    );
    const before = solve(small);
    expect([hasPair(before, "R1", "P1"), hasPair(before, "R2", "P2")]).toEqual([true, true]);
    const change = { kind: "declined", request: "R2", provider: "P2" } as const;
    const ask = { problem: small, previous: before, change };
    const free = resolve(ask).plan;
    expect([hasPair(free, "R2", "P1"), free.servedByBand]).toEqual([true, [1, 0, 1, 0]]);
    const confirmed = [{ request: "R1", provider: "P1", role: "lead" }] as const;
    const bound = resolve({ ...ask, confirmed }).plan;
    expect([hasPair(bound, "R1", "P1"), bound.servedByBand]).toEqual([true, [0, 0, 1, 0]]);
  });

  it("serves someone who was left out when days are added", () => {
    for (let seed = 0; seed < daily(60, 500); seed++) {
      const tiny = tinyRound(seed);
      const before = solve(tiny);
      const [busy] = tiny.providers;
      if (busy === undefined) continue;
      const { id: provider } = busy;
      const change = {
        kind: "capacity",
        provider,
        days: 40,
        daysEarly: 40,
        daysLate: 40,
        maxSchools: 9,
      } as const;
      const repair = resolve({ problem: tiny, previous: before, change });
      const fresh = solve(repair.problem);
      expect({ seed, served: repair.plan.servedByBand }).toEqual({
        seed,
        served: fresh.servedByBand,
      });
      expect(verify(repair.problem, repair.plan).faults).toEqual([]);
    }
  });

  it("takes at most three tenths of the work of the first solve, and leaves those alone who share nobody", () => {
    for (const { request, provider } of leads.slice(0, daily(4, 50))) {
      const change = { kind: "declined", request, provider } as const;
      const { plan, moved } = resolve({ problem, previous, change });
      expect(plan.work.units).toBeLessThanOrEqual(0.3 * previous.work.units);
      expect(moved.length).toBeLessThanOrEqual(previous.assignments.length / 4);
    }
  });

  it("spends little on a small round too", () => {
    for (const file of ["zone-1-s1.json", "zone-1.3-s4.json"]) {
      const zone = sample(file);
      const before = solve(zone);
      for (const { request, provider } of before.assignments) {
        const change = { kind: "declined", request, provider } as const;
        const { plan } = resolve({ problem: zone, previous: before, change });
        expect(plan.work.units).toBeLessThanOrEqual(0.3 * before.work.units);
      }
    }
  });

  it("has others move along, two one after another, before anyone is left out", () => {
    const only = (...by: readonly string[]) =>
      ["P1", "P2", "P3", "P4"].filter((id) => !by.includes(id));
    const small = smallRound(
      [
        school("R1", { exclude: only("P1", "P4"), prefer: ["P4"] }),
        school("R2", { exclude: only("P1", "P2"), prefer: ["P1"] }),
        school("R3", { exclude: only("P2", "P3"), prefer: ["P2"] }),
      ],
      ["P1", "P2", "P3", "P4"].map((id) => leader(id)),
    );
    const before = solve(small);
    expect([hasPair(before, "R1", "P4"), hasPair(before, "R2", "P1")]).toEqual([true, true]);
    const change = { kind: "declined", request: "R1", provider: "P4" } as const;
    const { plan } = resolve({ problem: small, previous: before, change }, { work: 100 });
    expect(plan.servedByBand).toEqual([0, 0, 3, 0]);
  });

  it("gives days that came free, or were added, to a school that was left out", () => {
    const small = smallRound([school("R1", { band: 1 }), school("R2")], [leader("P1")]);
    const before = solve(small);
    expect(before.unserved).toEqual(["R2"]);
    const ask = { problem: small, previous: before };
    const declined = { kind: "declined", request: "R1", provider: "P1" } as const;
    const freed = resolve({ ...ask, change: declined }, { work: 25 });
    expect(freed.plan.servedByBand).toEqual([0, 0, 1, 0]);
    const room = { days: 10, daysEarly: 10, daysLate: 10, maxSchools: 2 };
    const added = { kind: "capacity", provider: "P1", ...room } as const;
    const roomier = resolve({ ...ask, change: added }, { work: 25 });
    expect(roomier.plan.servedByBand).toEqual([1, 0, 1, 0]);
    expect(roomier.moved).toEqual([{ request: "R2", role: "lead", to: "P1", why: "newly-served" }]);
  });

  it("stops at once where there is no work to spend, before and after whoever was left out is looked at", () => {
    const two = smallRound(
      [school("R1", { band: 1 }), school("R2")],
      [leader("P1"), leader("P2", { expertise: { maths: 1 } })],
    );
    const both = solve(two);
    const led = both.assignments.find(({ request }) => request === "R1")?.provider ?? "";
    const change = { kind: "provider-left", provider: led } as const;
    const stopped = resolve({ problem: two, previous: both, change }, { work: 1 });
    expect(stopped.moved).toEqual([
      { request: "R1", role: "lead", from: led, why: "no-longer-possible" },
    ]);
    const small = smallRound([school("R1", { band: 1 }), school("R2")], [leader("P1")]);
    const declined = { kind: "declined", request: "R1", provider: "P1" } as const;
    const ask = { problem: small, previous: solve(small), change: declined };
    expect(resolve(ask, { work: 1 }).plan.servedByBand).toEqual([0, 0, 0, 0]);
  });

  it("leaves nobody with a leader who left", () => {
    const [first] = leads;
    if (first === undefined) throw new Error("no lead");
    const change = { kind: "provider-left", provider: first.provider } as const;
    const repair = resolve({ problem, previous, change });
    expect(repair.plan.assignments.some(({ provider }) => provider === first.provider)).toBe(false);
    expect(verify(repair.problem, repair.plan).faults).toEqual([]);
  });

  it("moves two out of the way of one where there is work for it, and nobody for fit alone", () => {
    const ids = ["P1", "P2", "P3", "P4", "P5"];
    const only = (...by: readonly string[]) => ids.filter((id) => !by.includes(id));
    const room = { days: 8, daysEarly: 8, daysLate: 8, maxSchools: 2 };
    const small = smallRound(
      [
        school("R1", { band: 1, days: 8, exclude: only("P1", "P2"), prefer: ["P2"] }),
        school("R2", { days: 4, exclude: only("P1", "P3"), prefer: ["P1"] }),
        school("R3", { days: 4, exclude: only("P1", "P4"), prefer: ["P1"] }),
        school("R4", { days: 8, exclude: only("P2", "P5"), prefer: ["P2"] }),
      ],
      ids.map((id) => leader(id, room)),
    );
    const before = solve(small);
    expect([hasPair(before, "R2", "P1"), hasPair(before, "R3", "P1")]).toEqual([true, true]);
    expect(hasPair(before, "R4", "P5")).toBe(true);
    const change = { kind: "declined", request: "R1", provider: "P2" } as const;
    const { plan } = resolve({ problem: small, previous: before, change }, { work: 1_000_000 });
    expect(plan.servedByBand).toEqual([1, 0, 3, 0]);
    expect(hasPair(plan, "R4", "P5")).toBe(true);
  });

  it("knows the round after a decline as if it were read anew", () => {
    for (const { request, provider } of leads.slice(0, daily(5, 50))) {
      const change = { kind: "declined", request, provider } as const;
      const after = applyChange(problem, change);
      expect(changedModel(problem, after, change)).toEqual(buildModel(after));
    }
  });

  it("drops a request that closed and nothing else", () => {
    const [first] = leads;
    if (first === undefined) throw new Error("no lead");
    const { moved } = resolve({
      problem,
      previous,
      change: { kind: "request-closed", request: first.request },
    });
    for (const move of moved.filter(({ request }) => request === first.request))
      expect(move.why).toBe("closed");
  });
});
