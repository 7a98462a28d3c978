import {
  explain,
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
import { greedyByNeed } from "../src/solve/greedy.ts";
import { buildModel } from "../src/solve/model.ts";
import { peakMiB, processorMs, timed } from "./clock.ts";
import { createOracle } from "./highs-oracle.ts";
import { gapsOf, holds, shortfalls, type Measured } from "./hold.ts";

/* One size of the table, in a process of its own, so that its peak of memory is its own. Started by table.ts. */

const [sizeText = "zone", seedCount = "1", tightText = "1", highsSeconds = "30", budgetText = ""] =
  process.argv.slice(2);
const size: SizeName = sizeNames.find((name) => name === sizeText) ?? "zone";
const tight = Number(tightText);

const problemOf = (name: SizeName, seed: string): Problem => {
  const reading = readProblem(generate({ size: name, seed, tight }));
  if (!reading.ok) throw new Error("the generator made a faulty round");
  return reading.problem;
};

const percent = (part: number): string => `${(100 * part).toFixed(2)}`;
const ofValue = (value: readonly number[]): string => `${value.slice(0, 4).join("/")} ${value[4]}`;

/** Rounds that take less than this are gone through five times, and the shortest counts: a thousandth of a second says little. */
const brief = 200;

const timedAgain = <Value>(first: number, work: () => Value): { value: Value; cpu: number } => {
  let best = timed(work);
  for (let again = 1; again < 5 && first < brief; again++) {
    const next = timed(work);
    if (next.cpu < best.cpu) best = next;
  }
  return best;
};

const shortestSolve = (problem: Problem, first: number): number =>
  first < brief ? Math.min(first, timedAgain(first, () => solve({ ...problem })).cpu) : first;

/** Repairs after the first leads decline, one at a time: their mean share of the first solve, and how many placements moved. */
const repairsOf = (problem: Problem, plan: Plan, cpu: number): string => {
  const first = shortestSolve(problem, cpu);
  const leads = plan.assignments.filter(({ role }) => role === "lead").slice(0, 4);
  if (leads.length === 0 || problem.requests.length > 1000) return "–";
  const repairs = leads.map(({ request, provider }) =>
    timedAgain(first, () =>
      resolve(
        { problem, previous: plan, change: { kind: "declined", request, provider } },
        { now: processorMs },
      ),
    ),
  );
  const mean = repairs.reduce((sum, repair) => sum + repair.cpu, 0) / repairs.length;
  const moved = repairs.map(({ value }) => new Set(value.moved.map((each) => each.request)).size);
  return `${(mean / first).toFixed(2)}; ${moved.join(", ")}`;
};

type Oracle = Awaited<ReturnType<typeof createOracle>>;

/** HiGHS on the compact programme, stage by stage as we do. From 300 requests on it gets nowhere. */
const highsOf = (oracle: Oracle | undefined, problem: Problem) => {
  if (oracle === undefined || problem.requests.length > 300) return undefined;
  const { value, cpu } = timed(() => oracle(problem, Number(highsSeconds)));
  const found = value.proved ? ofValue([...value.servedByBand, value.fit]) : "not proved";
  return { cpu, proved: value.proved, text: `${found}, ${cpu.toFixed(0)}` };
};

const budgetFor = (problem: Problem): number =>
  budgetText === "" ? standardBudget(problem) : Number(budgetText);

const measure = async (oracle: Oracle | undefined, seed: string): Promise<readonly string[]> => {
  const problem = problemOf(size, seed);
  const budgetMs = budgetFor(problem);
  const { value: plan, wall, cpu } = timed(() => solve(problem, { now: processorMs, budgetMs }));
  const mib = peakMiB();
  const highs = highsOf(oracle, problem);
  const verdict = verify(problem, plan);
  const measured: Measured = {
    plan,
    cpu,
    mib,
    faults: verdict.faults,
    ...(highs === undefined ? {} : { ofHighs: cpu / highs.cpu }),
  };
  const short = shortfalls(size, measured);
  const model = buildModel(problem);
  const isSmall = problem.requests.length <= 300;
  return [
    `${size} ${seed}`,
    ofValue(Array.from(greedyByNeed(model).value)),
    ofValue(Array.from(deferredAcceptance(model).value)),
    highs?.text ?? "–",
    ofValue([...plan.servedByBand, plan.fit]),
    plan.proved ? "proved" : gapsOf(plan).map(percent).join(" "),
    verdict.faults.length === 0 ? (verdict.restsOnSearch ? "holds, by search" : "holds") : "FAULTY",
    cpu.toFixed(0),
    wall.toFixed(0),
    `${mib.toFixed(0)} of ${holds[size].mib}`,
    highs === undefined ? "–" : `${highs.proved ? "" : "< "}${(cpu / highs.cpu).toFixed(3)}`,
    isSmall ? timed(() => explain(problem, plan)).cpu.toFixed(0) : "–",
    repairsOf(problem, plan, cpu),
    short.length === 0 ? "yes" : short.join(", "),
  ];
};

/** Has the compiler see the code before it is timed, as it has on a server that runs. */
const warmUp = (oracle: Oracle | undefined): void => {
  for (const seed of ["w1", "w2", "w3"])
    for (const name of ["zone", "area"] as const) {
      const problem = problemOf(name, seed);
      const plan = solve(problem, { work: 1_000_000 });
      explain(problem, plan);
      for (const { request, provider } of plan.assignments.slice(0, 4))
        resolve({ problem, previous: plan, change: { kind: "declined", request, provider } });
    }
  if (oracle !== undefined) oracle(problemOf("zone", "warm"), 5);
};

const oracle =
  Number(highsSeconds) > 0 && holds[size].ms <= 60_000 ? await createOracle() : undefined;
warmUp(oracle);
for (let seed = 1; seed <= Number(seedCount); seed++)
  console.log(`| ${(await measure(oracle, `s${seed}`)).join(" | ")} |`);
