import { describe, expect, it } from "vitest";
import { problemFrom, tinyRound, tinyRoundFile } from "../../test/tiny-round.ts";
import { explain, solve, type Problem } from "../index.ts";

const withDays = (problem: Problem, id: string, extra: number): Problem => ({
  ...problem,
  providers: problem.providers.map((each) =>
    each.id === id
      ? {
          ...each,
          days: each.days + extra,
          daysEarly: each.daysEarly + extra,
          daysLate: each.daysLate + extra,
        }
      : each,
  ),
});

const isMore = (after: readonly number[], before: readonly number[]): boolean => {
  const at = after.findIndex((value, band) => value !== before[band]);
  return at >= 0 && (after[at] ?? 0) > (before[at] ?? 0);
};

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

describe("advice that is checked by solving again", () => {
  it("serves more by need with each extra day that it names", () => {
    let checked = 0;
    for (const seed of seeds) {
      const problem = tinyRound(seed);
      const plan = solve(problem);
      for (const { provider, days } of explain(problem, plan).extraDays) {
        const roomier = solve(withDays(problem, provider, days));
        expect({ seed, more: isMore(roomier.servedByBand, plan.servedByBand) }).toEqual({
          seed,
          more: true,
        });
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(10);
  }, 60_000);

  it("never calls fewer days useless that would have served someone", () => {
    let checked = 0;
    for (const seed of seeds) {
      const problem = tinyRound(seed);
      const plan = solve(problem);
      const prices = new Map(
        explain(problem, plan).dayPrices.map(({ provider, days }) => [provider, days]),
      );
      for (const { id } of problem.providers) {
        const useless = (prices.get(id) ?? 13) - 1;
        if (useless === 0) continue;
        const roomier = solve(withDays(problem, id, useless));
        expect({ seed, id, served: roomier.servedByBand }).toEqual({
          seed,
          id,
          served: plan.servedByBand,
        });
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(100);
  }, 60_000);

  it("serves all whom it says a recruit would unlock", () => {
    let checked = 0;
    for (const seed of seeds) {
      const file = tinyRoundFile(seed);
      const problem = problemFrom(file);
      const plan = solve(problem);
      const [first] = explain(problem, plan).recruit;
      if (first === undefined) continue;
      const left = problem.requests.filter(
        ({ id, primary, zone, phase }) =>
          plan.unserved.includes(id) &&
          primary === first.expertise &&
          zone === first.zone &&
          phase === first.phase,
      );
      if (left.some(({ id }) => problem.pins.some(({ request }) => request === id))) continue;
      const recruit = {
        id: "NEW",
        kind: "NLE",
        urn: "new",
        la: "A",
        zone: first.zone,
        phases: [first.phase],
        x: 5,
        y: 5,
        expertise: { [first.expertise]: 2 },
        impact: 50,
        days: first.daysAsked,
        daysEarly: first.daysAsked,
        daysLate: first.daysAsked,
        maxSchools: first.unserved,
        maxKm: 60,
        fitToSupport: true,
      };
      const after = solve(problemFrom({ ...file, providers: [...file.providers, recruit] }));
      const promised = plan.servedByBand.map((served, band) => served + (first.unlocks[band] ?? 0));
      expect({ seed, less: isMore(promised, after.servedByBand) }).toEqual({ seed, less: false });
      checked++;
    }
    expect(checked).toBeGreaterThan(10);
  }, 60_000);
});
