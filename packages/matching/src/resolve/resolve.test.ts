import { describe, expect, it } from "vitest";
import { sample } from "../../test/fixtures.ts";
import { problemFrom, tinyRound } from "../../test/tiny-round.ts";
import { daily } from "../../test/whole.ts";
import { resolve, solve, verify, type Plan } from "../index.ts";

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
