import { describe, expect, it } from "vitest";
import { problemFrom, tinyRound, tinyRoundFile } from "../../test/tiny-round.ts";
import { daily } from "../../test/whole.ts";
import { dayPrices, explain, solve, type Problem } from "../index.ts";
import type { Recruit } from "./recruit.ts";

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

const seeds = Array.from({ length: daily(30, 400) }, (_, seed) => seed);

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
        dayPrices(problem, plan).map(({ provider, days }) => [provider, days]),
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
    expect(checked).toBeGreaterThan(50);
  }, 60_000);

  const withRecruit = (seed: number, { expertise, zone, phase, room }: Recruit) => {
    const file = tinyRoundFile(seed);
    const recruit = {
      id: "NEW",
      kind: "NLE",
      urn: "new",
      la: "A",
      zone,
      phases: [phase],
      x: room.x,
      y: room.y,
      expertise: { [expertise]: 2 },
      impact: 50,
      days: room.days,
      daysEarly: room.days,
      daysLate: room.days,
      maxSchools: room.schools,
      maxKm: room.km,
      fitToSupport: true,
    };
    return solve(problemFrom({ ...file, providers: [...file.providers, recruit] })).servedByBand;
  };

  const eachRecruit = seeds.flatMap((seed) => {
    const problem = tinyRound(seed);
    const plan = solve(problem);
    if (problem.pins.some(({ request }) => plan.unserved.includes(request))) return [];
    return explain(problem, plan).recruit.map((recruit) => ({ seed, plan, recruit }));
  });

  it("serves at least all whom it says a recruit would unlock", () => {
    expect(eachRecruit.length).toBeGreaterThan(10);
    for (const { seed, plan, recruit } of eachRecruit) {
      const after = withRecruit(seed, recruit);
      const promised = plan.servedByBand.map(
        (served, band) => served + (recruit.unlocks[band] ?? 0),
      );
      expect({ seed, less: isMore(promised, after) }).toEqual({ seed, less: false });
    }
  }, 60_000);

  it("never gains more from a recruit, in the first band that gains, than its shadow price", () => {
    let checked = 0;
    for (const { seed, plan, recruit } of eachRecruit) {
      const after = withRecruit(seed, recruit);
      const band = after.findIndex((served, at) => served !== plan.servedByBand[at]);
      if (band < 0 || plan.certificate.length > 1) continue;
      const stage = plan.certificate[0]?.stages[band];
      const slack = stage === undefined ? 0 : stage.rootBound / stage.unit - stage.bound;
      const most = (plan.servedByBand[band] ?? 0) + (recruit.worth[band] ?? 0) + slack + 1e-3;
      expect({ seed, gains: (after[band] ?? 0) <= most }).toEqual({ seed, gains: true });
      checked++;
    }
    expect(checked).toBeGreaterThan(5);
  }, 60_000);

  it("puts first whom solving again finds to be worth most, nearly always", () => {
    let better = 0;
    let worse = 0;
    for (const seed of seeds) {
      const own = eachRecruit.filter((each) => each.seed === seed);
      const [first, last] = [own[0], own.at(-1)];
      if (first === undefined || last === undefined || first === last) continue;
      const [a, b] = [withRecruit(seed, first.recruit), withRecruit(seed, last.recruit)];
      if (isMore(a, b)) better++;
      if (isMore(b, a)) worse++;
    }
    expect(better).toBeGreaterThan(2);
    expect(worse).toBeLessThanOrEqual(better / 10);
  }, 60_000);
});
