import { readFileSync } from "node:fs";
import { dayPrices } from "./explain/day-prices.ts";
import { explain } from "./explain/explain.ts";
import { generate, sizeNames, type SizeName } from "./generate/generate.ts";
import { readPlan } from "./verify/read-plan.ts";
import { verify } from "./verify/verify.ts";
import { readProblem } from "./problem/read.ts";
import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { solve } from "./solve/solve.ts";
import { standardBudget } from "./solve/standard-budget.ts";

const usage = `Usage:
  pnpm matching solve FILE [--budget MS | --work UNITS] [--progress]
  pnpm matching verify FILE PLAN
  pnpm matching explain FILE [--budget MS | --work UNITS] [--day-prices]
  pnpm matching generate [--size ${sizeNames.join("|")}] [--seed S] [--tight NUMBER]`;

/** The end of a run that did not work: 2 for a bad call, 1 for a bad file or a plan that does not hold. */
const fail = (message: string, code: 1 | 2): never => {
  process.stderr.write(`${message}\n`);
  process.exit(code);
};

const option = (args: readonly string[], name: string): string | undefined => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
};

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(`${file} cannot be read as JSON: ${why}`, 1);
  }
};

const problemIn = (file: string | undefined): Problem => {
  if (file === undefined) return fail(usage, 2);
  const reading = readProblem(readJson(file));
  if (reading.ok) return reading.problem;
  const lines = reading.faults.map(({ path, message }) => `  ${path} ${message}`);
  return fail(`${file} is not a round that can be solved:\n${lines.join("\n")}`, 1);
};

const numberOption = (args: readonly string[], name: string): number | undefined => {
  const text = option(args, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : fail(`--${name} must be a number`, 2);
};

const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

const planFor = (problem: Problem, args: readonly string[]): Plan => {
  const work = numberOption(args, "work");
  const budgetMs = numberOption(args, "budget") ?? standardBudget(problem);
  return solve(problem, {
    now: () => performance.now(),
    ...(work === undefined ? { budgetMs } : { work }),
    ...(args.includes("--progress")
      ? { onProgress: (at) => process.stderr.write(`${JSON.stringify(at)}\n`) }
      : {}),
  });
};

const runSolve = (args: readonly string[]): void => {
  print(planFor(problemIn(args[0]), args));
};

/** The plan's reasons; what more days of each leader could be worth only where asked, for it takes far longer than the rest. */
const runExplain = (args: readonly string[]): void => {
  const problem = problemIn(args[0]);
  const plan = planFor(problem, args);
  const more = args.includes("--day-prices") ? { dayPrices: dayPrices(problem, plan) } : {};
  print({ ...explain(problem, plan), ...more });
};

const runVerify = (args: readonly string[]): void => {
  const [file, planFile] = args;
  const problem = problemIn(file);
  if (planFile === undefined) return fail(usage, 2);
  const reading = readPlan(readJson(planFile));
  if (!reading.ok)
    return fail(
      `${planFile} is not a plan:\n${reading.faults.map((fault) => `  ${fault}`).join("\n")}`,
      1,
    );
  const verdict = verify(problem, reading.plan);
  print(verdict);
  if (!verdict.holds) process.exitCode = 1;
};

const isSize = (text: string): text is SizeName => sizeNames.some((name) => name === text);

const runGenerate = (args: readonly string[]): void => {
  const size = option(args, "size") ?? "zone";
  if (!isSize(size)) return fail(`--size must be one of ${sizeNames.join(", ")}`, 2);
  const tight = numberOption(args, "tight") ?? 1;
  print(generate({ size, seed: option(args, "seed") ?? "s1", tight }));
};

const [verb, ...args] = process.argv.slice(2);
if (verb === "solve") runSolve(args);
else if (verb === "explain") runExplain(args);
else if (verb === "verify") runVerify(args);
else if (verb === "generate") runGenerate(args);
else fail(usage, 2);
