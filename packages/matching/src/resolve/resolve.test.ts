import { describe, expect, it } from "vitest";
import { sample } from "../../test/fixtures.ts";
import { tinyRound } from "../../test/tiny-round.ts";
import { daily } from "../../test/whole.ts";
import { resolve, solve, verify, type Plan } from "../index.ts";

const problem = sample("la-1-s1.json");
const previous = solve(problem);
const leads = previous.assignments.filter(({ role }) => role === "lead");

const hasPair = (plan: Plan, request: string, provider: string): boolean =>
  plan.assignments.some((each) => each.request === request && each.provider === provider);

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
      expect(plan.work.units).toBeLessThanOrEqual(Math.max(40_000, 0.3 * previous.work.units));
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
