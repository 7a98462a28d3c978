import {
  explain,
  linearSolverFor,
  readProblem,
  resolve,
  solve,
  verify,
  type Plan,
  type Problem,
} from "@alongside/matching";
import { isStopped, type StopFlag } from "./stop.ts";
import type { Engine, EngineTask, Watching } from "./task.ts";

/** Throws for a round that cannot be read: whoever builds one must never make one. */
const readRound = (round: unknown): Problem => {
  const reading = readProblem(round);
  if (reading.ok) return reading.problem;
  const [fault] = reading.faults;
  throw new Error(`the round cannot be read: ${fault?.path ?? ""} ${fault?.message ?? ""}`);
};

const signalOf = (flag: StopFlag) => ({
  get aborted() {
    return isStopped(flag);
  },
});

const optionsOf = (
  { budgetMs, work }: Pick<EngineTask, "budgetMs" | "work">,
  { stop, onProgress }: Watching,
) => ({
  now: () => performance.now(),
  ...(budgetMs === undefined ? {} : { budgetMs }),
  ...(work === undefined ? {} : { work }),
  ...(stop === undefined ? {} : { signal: signalOf(stop) }),
  ...(onProgress === undefined ? {} : { onProgress }),
});

const planFor = async (problem: Problem, task: EngineTask, watching: Watching): Promise<Plan> => {
  const options = optionsOf(task, watching);
  if (task.kind === "repair") {
    const { previous, change, confirmed } = task;
    return resolve({ problem, previous, change, confirmed }, options).plan;
  }
  const { previous } = task;
  const kept = previous === undefined ? {} : { previous };
  return solve(problem, { ...options, ...kept, ...(await linearSolverFor(problem)) });
};

/** The engine in the thread that asks. */
export const engineHere: Engine = {
  plan: (task, watching = {}) => planFor(readRound(task.round), task, watching),
  answer: async (task, watching = {}) => {
    const problem = readRound(task.round);
    const plan = await planFor(problem, task, watching);
    const { holds: isVerified } = verify(problem, plan);
    return { plan, isVerified, reasons: explain(problem, plan) };
  },
};
