import { describe, expect, it } from "vitest";
import { optima, sample } from "../../test/fixtures.ts";
import { type SizeName, generate } from "../generate/generate.ts";
import { readProblem, verify, type Problem } from "../index.ts";
import { isLimited, isOver, planAhead, shareLeft } from "./clock.ts";
import { buildModel } from "./model.ts";
import { clockOf } from "./options.ts";
import { createPool, poolBound } from "./pool.ts";
import { goalOf } from "./pursuit.ts";
import { primalSimplex, reoptimise } from "./simplex-steps.ts";
import { solve } from "./solve.ts";

const roundOf = (size: SizeName, seed: string): Problem => {
  const reading = readProblem(generate({ size, seed }));
  if (!reading.ok) throw new Error("the generator made a faulty round");
  return reading.problem;
};

describe("rounds that were hard", () => {
  it("are proved where the search for a provider's best set runs out of steps", () => {
    const plan = solve(roundOf("esussex", "s4"));
    expect(plan.proved).toBe(true);
    expect(plan.bounds).toEqual({ servedByBand: plan.servedByBand, fit: plan.fit });
  });

  it("come to their end without a limit of time", () => {
    expect(solve(roundOf("esussex", "s3")).proved).toBe(true);
  });
});

describe("a round of the size of Essex", () => {
  it("comes near to its bound with a tenth of its time", () => {
    const problem = roundOf("essex", "s2");
    const plan = solve(problem, { work: 8_000_000 });
    expect(verify(problem, plan).faults).toEqual([]);
    expect(plan.gaps.fit).toBeLessThan(0.02);
    expect(plan.bounds.fit).toBeGreaterThanOrEqual(plan.fit);
    expect(plan.counters.nodes).toBeGreaterThan(0);
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

  it("is planned in a run that follows another as it was there, wherever that one was stopped", () => {
    const work = { units: 500, limits: [], stoppedAt: 500 };
    const [first, again] = [clockOf({}), clockOf({ work })];
    expect(isLimited(again)).toBe(isLimited(first));
    expect(shareLeft(again, 0.5).until).toBe(shareLeft(first, 0.5).until);
    again.meter.spent = 499;
    expect(isOver(again)).toBe(true);
  });
});
