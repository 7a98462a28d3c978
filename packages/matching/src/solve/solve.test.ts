import { describe, expect, it } from "vitest";
import { bestByBruteForce } from "../../test/brute-force.ts";
import { optima, sample, sampleFile } from "../../test/fixtures.ts";
import { problemFrom, tinyRound, tinyRoundFile } from "../../test/tiny-round.ts";
import { daily } from "../../test/whole.ts";
import { chanceFrom } from "../generate/chance.ts";
import { generate } from "../generate/generate.ts";
import { runInWorker, solve, verify, type Plan, type Problem } from "../index.ts";
import { deferredAcceptance } from "./deferred-acceptance.ts";
import { bestGreedy, greedyByNeed } from "./greedy.ts";
import { buildModel } from "./model.ts";

const valueOf = (plan: Plan): readonly number[] => [...plan.servedByBand, plan.fit];

const areaRound = (seed: string): Problem => problemFrom(generate({ size: "area", seed }));

const isWorse = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
};

describe("solving a round", () => {
  it("finds what trying every plan finds, on hundreds of tiny rounds with every rule", () => {
    for (let seed = 0; seed < daily(500, 5000); seed++) {
      const problem = tinyRound(seed);
      const plan = solve(problem);
      expect({ seed, value: valueOf(plan) }).toEqual({ seed, value: bestByBruteForce(problem) });
      expect({ seed, proved: plan.proved, faults: verify(problem, plan).faults }).toEqual({
        seed,
        proved: true,
        faults: [],
      });
    }
  }, 120_000);

  it.each(daily(optima.slice(0, 5), optima))(
    "reaches and proves the known optimum of $file",
    async (optimum) => {
      const { file, servedByBand, fit } = optimum;
      const answer = await runInWorker(sampleFile(file));
      if (!answer.ok) throw new Error("the sample cannot be read");
      const { plan } = answer;
      expect(valueOf(plan)).toEqual([...servedByBand, fit]);
      expect(plan.proved).toBe(true);
      expect(plan.bounds).toEqual({ servedByBand, fit });
      expect(verify(sample(file), plan).faults).toEqual([]);
    },
    120_000,
  );

  it("gives the same bytes whatever the order of the file", () => {
    const file = generate({ size: "area", seed: "order" });
    const chance = chanceFrom("shuffle");
    const shuffled = <Value>(list: readonly Value[]): Value[] =>
      list
        .map((value) => [chance.share(), value] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, value]) => value);
    const plain = JSON.stringify(solve(problemFrom(file)));
    for (let round = 0; round < 2; round++) {
      const mixed = {
        ...file,
        requests: shuffled(file.requests),
        providers: shuffled(file.providers),
      };
      expect(JSON.stringify(solve(problemFrom(mixed)))).toBe(plain);
    }
  });

  it("never serves fewer in the first band when someone has more room", () => {
    for (let seed = 0; seed < daily(80, 1000); seed++) {
      const file = tinyRoundFile(seed);
      const roomier = {
        ...file,
        providers: file.providers.map((provider, at) =>
          at === seed % file.providers.length
            ? {
                ...provider,
                days: provider.days + 5,
                daysEarly: provider.daysEarly + 5,
                daysLate: provider.daysLate + 5,
                maxSchools: provider.maxSchools + 1,
              }
            : provider,
        ),
      };
      const before = valueOf(solve(problemFrom(file)));
      const after = valueOf(solve(problemFrom(roomier)));
      expect({ seed, worse: isWorse(after, before) }).toEqual({ seed, worse: false });
    }
  });

  it("is as good without a provider that the plan does not use", () => {
    for (let seed = 0; seed < daily(80, 1000); seed++) {
      const file = tinyRoundFile(seed);
      const plan = solve(problemFrom(file));
      const used = new Set(plan.assignments.map(({ provider }) => provider));
      const spare = file.providers.find(({ id }) => !used.has(id))?.id;
      if (spare === undefined) continue;
      const without = {
        ...file,
        providers: file.providers.filter(({ id }) => id !== spare),
        pins: file.pins.filter(({ provider }) => provider !== spare),
        forbid: file.forbid.filter(({ provider }) => provider !== spare),
      };
      if (without.pins.length < file.pins.length) continue;
      expect({ seed, value: valueOf(solve(problemFrom(without))) }).toEqual({
        seed,
        value: valueOf(plan),
      });
    }
  });

  it("is never worse than greedy or deferred acceptance, however little time or work it has", () => {
    const limits = [
      ...daily([0, 3], [0, 1, 3, 40]).map((budgetMs) => () => {
        let ticks = 0;
        return { budgetMs, now: () => ticks++ };
      }),
      ...daily([0, 500, 60_000], [0, 1, 500, 20_000, 60_000]).map((work) => () => ({ work })),
    ];
    for (const seed of daily(["b1"], ["b1", "b2", "b3"]))
      for (const limit of limits) {
        const problem = areaRound(seed);
        const plan = solve(problem, limit());
        const model = buildModel(problem);
        for (const rival of [greedyByNeed(model), bestGreedy(model), deferredAcceptance(model)])
          expect(isWorse(valueOf(plan), Array.from(rival.value))).toBe(false);
        expect(verify(problem, plan).faults).toEqual([]);
      }
  }, 60_000);

  it("goes through a run again to the same bytes, wherever time cut it short", () => {
    for (const [seed, budgetMs] of daily(
      [["b1", 30]] as const,
      [
        ["b1", 30],
        ["b2", 300],
      ] as const,
    )) {
      const problem = problemFrom(generate({ size: daily("area", "esussex"), seed, tight: 1.05 }));
      let ticks = 0;
      const plan = solve(problem, { budgetMs, now: () => (ticks += 1 + (ticks % 3)) });
      const again = solve(problem, { work: plan.work });
      expect(JSON.stringify(again)).toBe(JSON.stringify({ ...plan, ms: 0 }));
    }
  }, 60_000);

  it("goes through a run again to the same bytes, wherever somebody cancelled it", () => {
    const problem = problemFrom(generate({ size: "area", seed: "b3", tight: 1.05 }));
    for (const looks of daily([1, 40], [1, 10, 40, 100, 400, 1000, 5000])) {
      let seen = 0;
      const signal = {
        get aborted() {
          return ++seen >= looks;
        },
      };
      const plan = solve(problem, { signal });
      const again = solve(problem, { work: JSON.parse(JSON.stringify(plan.work)) });
      expect(JSON.stringify(again)).toBe(JSON.stringify(plan));
    }
  }, 60_000);

  it("does the same work to the same bytes, and more work is never worse", () => {
    const size = daily("area", "esussex");
    const problem = problemFrom(generate({ size, seed: "b5", tight: 1.05 }));
    const values = daily([2_000, 20_000, 60_000], [10_000, 100_000, 400_000]).map((work) => {
      const plan = solve(problem, { work });
      expect(JSON.stringify(solve(problem, { work }))).toBe(JSON.stringify(plan));
      return valueOf(plan);
    });
    const [little = [], some = [], much = []] = values;
    expect([isWorse(some, little), isWorse(much, little)]).toEqual([false, false]);
  }, 60_000);

  it("stops when it is cancelled and still hands over a plan with honest bounds", () => {
    const problem = areaRound("cancel");
    const plan = solve(problem, { signal: { aborted: true } });
    expect(verify(problem, plan).faults).toEqual([]);
    expect(plan.assignments.length).toBeGreaterThan(0);
  });

  it("tells how far it is, goal by goal", () => {
    const goals: string[] = [];
    solve(sample("la-1-s1.json"), { onProgress: ({ goal }) => goals.push(goal) });
    expect(new Set(goals)).toEqual(new Set(["band-1", "band-2", "band-3", "band-4", "fit"]));
  });

  it("serves nobody in an empty round", () => {
    const plan = solve(
      problemFrom({ format: "brokering-round/1", name: "none", requests: [], providers: [] }),
    );
    expect(plan).toMatchObject({ assignments: [], unserved: [], fit: 0, proved: true, gap: 0 });
  });
});
