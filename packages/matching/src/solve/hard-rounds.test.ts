import { describe, expect, it } from "vitest";
import { optima, sample } from "../../test/fixtures.ts";
import { generate } from "../generate/generate.ts";
import { readProblem, type Problem } from "../index.ts";
import { planAhead, shareLeft } from "./clock.ts";
import { buildModel } from "./model.ts";
import { clockOf } from "./options.ts";
import { createPool, poolBound } from "./pool.ts";
import { goalOf } from "./pursuit.ts";
import { primalSimplex, reoptimise } from "./simplex-steps.ts";
import { solve } from "./solve.ts";

/** A round of the size of East Sussex: 95 requests and 46 providers. */
const roundOf = (seed: string): Problem => {
  const reading = readProblem(generate({ size: "esussex", seed }));
  if (!reading.ok) throw new Error("the generator made a faulty round");
  return reading.problem;
};

describe("rounds that were hard", () => {
  it("are proved where the search for a provider's best set runs out of steps", () => {
    const plan = solve(roundOf("s4"));
    expect(plan.proved).toBe(true);
    expect(plan.bounds).toEqual({ servedByBand: plan.servedByBand, fit: plan.fit });
  });

  it("come to their end without a limit of time", () => {
    expect(solve(roundOf("s3")).proved).toBe(true);
  });
});

describe("a bound from duals that stopped early", () => {
  it("is never below that of the end", () => {
    const { file, servedByBand } = optima[0] ?? { file: "", servedByBand: [] };
    const model = buildModel(sample(file));
    const { stage } = goalOf(model, 4, {
      holds: ["free", "free", "free", "free"],
      served: servedByBand,
    });
    const items = Array.from({ length: model.itemCount }, (_, item) => item);
    const list = {
      sets: items.map((item) => Int32Array.of(item)),
      providers: items.map((item) => model.provider[item] ?? 0),
    };
    const end = createPool(model, stage, list);
    reoptimise(end.lp);
    for (const pivots of [0, 1, 3]) {
      const early = createPool(model, stage, list);
      primalSimplex(early.lp, pivots);
      expect(poolBound(early)).toBeGreaterThanOrEqual(poolBound(end) - 1e-6);
    }
  });
});

describe("the whole of what is left", () => {
  it("grows with the run's limit, as it learns how fast the machine is", () => {
    let ms = 0;
    const clock = clockOf({ now: () => ms, budgetMs: 1000 });
    planAhead(clock);
    const [all, half] = [shareLeft(clock, 1), shareLeft(clock, 0.5)];
    const early = clock.meter.limit;
    clock.meter.spent = 1_000_000;
    ms = 10;
    planAhead(clock);
    expect(clock.meter.limit).toBeGreaterThan(early);
    expect(all.until).toBeGreaterThan(early);
    expect(half.until).toBeLessThan(early);
  });
});
