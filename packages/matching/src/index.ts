export { checkPair, isEligible, rules, standingOf } from "./constraints/eligibility.ts";
export type { Rule, RuleResult, Standing } from "./constraints/eligibility.ts";
export { dayPrices, type DayPrice } from "./explain/day-prices.ts";
export { explain, type Explanation } from "./explain/explain.ts";
export { fitOf, fitParts, sumOfParts, type FitPart, type FitParts } from "./fit/fit.ts";
export type { Plan, ExplainedAssignment, GroupProof, StageProof } from "./plan.ts";
export {
  standardPolicy,
  standardWeights,
  type Assignment,
  type Band,
  type Pair,
  type Placement,
  type Policy,
  type Problem,
  type Provider,
  type Request,
  type Role,
  type Weights,
  type Window,
} from "./problem.ts";
export type { Fault } from "./problem/check.ts";
export { readProblem, type ProblemReading } from "./problem/read.ts";
export { applyChange, type Move, type RoundChange } from "./resolve/change.ts";
export { resolve, type Repair, type RepairAsk } from "./resolve/resolve.ts";
export type { WorkSpent } from "./solve/clock.ts";
export type { Progress, SolveOptions } from "./solve/options.ts";
export { solve } from "./solve/solve.ts";
export { standardBudget } from "./solve/standard-budget.ts";
export { readPlan, type ClaimedPlan } from "./verify/read-plan.ts";
export { verify, type Verdict } from "./verify/verify.ts";
export { runInWorker, warmWorker, type WorkerAnswer, type WorkerOptions } from "./run-in-worker.ts";
