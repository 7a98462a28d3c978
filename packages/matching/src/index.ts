export { readProblem, type ProblemReading } from "./problem/read.ts";
export { solve, type Progress, type SolveOptions } from "./solve/solve.ts";
export { verify, type Verdict } from "./verify/verify.ts";
export { readPlan } from "./verify/read-plan.ts";
export type { Plan } from "./plan.ts";
export type { Problem, Provider, Request, Role } from "./problem.ts";
