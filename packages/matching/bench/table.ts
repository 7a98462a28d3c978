import {
  explain,
  linearSolverFor,
  resolve,
  solve,
  standardBudget,
  verify,
  type Plan,
  type Problem,
} from "../src/index.ts";
import { generate, sizeNames, type SizeName } from "../src/generate/generate.ts";
import { readProblem } from "../src/problem/read.ts";
import { deferredAcceptance } from "../src/solve/deferred-acceptance.ts";
import type { Draft } from "../src/solve/draft.ts";
import { greedyByNeed } from "../src/solve/greedy.ts";
import { buildModel } from "../src/solve/model.ts";
import { createOracle } from "./highs-oracle.ts";

/* Usage: pnpm bench:matching [--sizes zone,area,esussex,essex,region,country] [--seeds 3] [--tight 1.3] [--highs SECONDS] [--budget MS] */

const option = (name: string, standard: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return (at < 0 ? undefined : process.argv[at + 1]) ?? standard;
};

const problemOf = (size: SizeName, seed: string): Problem => {
  const reading = readProblem(generate({ size, seed, tight: Number(option("tight", "1")) }));
  if (!reading.ok) throw new Error("the generator made a faulty round");
  return reading.problem;
};

/** Milliseconds by the wall and of the processor; on a busy machine only the second says much. */
const timed = <Value>(work: () => Value): { value: Value; ms: number; cpu: number } => {
  const began = performance.now();
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: performance.now() - began, cpu: (user + system) / 1000 };
};

const shown = (value: readonly number[]): string => `${value.slice(0, 4).join("/")} ${value[4]}`;

const ofDraft = (draft: Draft): string => shown(Array.from(draft.value));

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

const fitGap = (plan: Plan): number =>
  plan.bounds.fit === 0 ? 0 : (plan.bounds.fit - plan.fit) / plan.bounds.fit;

const quality = (plan: Plan): string => {
  if (plan.proved) return "proved";
  const bands = plan.bounds.servedByBand.join() === plan.servedByBand.join();
  return bands
    ? `fit gap ${percent(fitGap(plan))}`
    : `bounds ${plan.bounds.servedByBand.join("/")}`;
};

const repairTime = (problem: Problem, plan: Plan): string => {
  const lead = plan.assignments.find(({ role }) => role === "lead");
  if (lead === undefined) return "–";
  const { request, provider } = lead;
  const change = { kind: "declined", request, provider } as const;
  const { value, ms } = timed(() =>
    resolve({ problem, previous: plan, change }, { now: () => performance.now() }),
  );
  return `${ms.toFixed(0)} ms, ${value.moved.length} moved`;
};

const sizes = option("sizes", "zone,area,esussex")
  .split(",")
  .flatMap((name) => sizeNames.filter((size) => size === name));
const seeds = Number(option("seeds", "3"));
const highsSeconds = Number(option("highs", "30"));
const oracle = highsSeconds > 0 ? await createOracle() : undefined;
const now = () => performance.now();

for (let warm = 0; warm < 3; warm++)
  solve(problemOf("area", `warm${warm}`), { now, budgetMs: 3000 });
if (oracle !== undefined) oracle(problemOf("zone", "warm"), 5);

console.log(
  "| round | greedy by need | deferred acceptance | HiGHS, compact | column generation | ms | ms of processor | MB | ÷ HiGHS | explained | one decline |",
);
console.log("|---|---|---|---|---|---|---|---|---|---|---|");
for (const size of sizes)
  for (let seed = 1; seed <= seeds; seed++) {
    const problem = problemOf(size, `s${seed}`);
    const model = buildModel(problem);
    const budgetMs = Number(option("budget", String(standardBudget(problem))));
    const solver = await linearSolverFor(problem);
    const { value: plan, cpu } = timed(() => solve(problem, { now, budgetMs, ...solver }));
    const isSmall = problem.requests.length <= 300;
    const highs = isSmall ? oracle?.(problem, highsSeconds) : undefined;
    const faults = isSmall ? verify(problem, plan).faults.length : 0;
    const highsText =
      highs === undefined
        ? "–"
        : highs.proved
          ? `${shown([...highs.servedByBand, highs.fit])} in ${highs.ms.toFixed(0)} ms`
          : `not proved in ${highsSeconds} s`;
    const ratio =
      highs === undefined ? "–" : `${highs.proved ? "" : "< "}${(plan.ms / highs.ms).toFixed(3)}`;
    const explained = isSmall ? `${timed(() => explain(problem, plan)).ms.toFixed(0)} ms` : "–";
    const cells = [
      `${size} s${seed}`,
      ofDraft(greedyByNeed(model)),
      ofDraft(deferredAcceptance(model)),
      highsText,
      `${shown([...plan.servedByBand, plan.fit])} ${quality(plan)}${faults > 0 ? " FAULTY" : ""}`,
      plan.ms.toFixed(0),
      cpu.toFixed(0),
      (process.memoryUsage().rss / 1e6).toFixed(0),
      ratio,
      explained,
      repairTime(problem, plan),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
