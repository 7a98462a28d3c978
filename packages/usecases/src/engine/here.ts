import {
  explain,
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
const readRound = (round: string): Problem => {
  const reading = readProblem(JSON.parse(round));
  if (reading.ok) return reading.problem;
  const [fault] = reading.faults;
  throw new Error(`the round cannot be read: ${fault?.path ?? ""} ${fault?.message ?? ""}`);
};

/** Milliseconds from any beginning. */
type Clock = () => number;

const signalOf = (flag: StopFlag) => ({
  get aborted() {
    return isStopped(flag);
  },
});

const optionsOf = (
  { budgetMs, work }: Pick<EngineTask, "budgetMs" | "work">,
  { stop, onProgress }: Watching,
  now: Clock | undefined,
) => ({
  ...(now === undefined ? {} : { now }),
  ...(budgetMs === undefined ? {} : { budgetMs }),
  ...(work === undefined ? {} : { work }),
  ...(stop === undefined ? {} : { signal: signalOf(stop) }),
  ...(onProgress === undefined ? {} : { onProgress }),
});

type Posed = { readonly problem: Problem; readonly task: EngineTask; readonly watching: Watching };

const planFor = ({ problem, task, watching }: Posed, now: Clock | undefined): Plan => {
  const options = optionsOf(task, watching, now);
  if (task.kind === "repair") {
    const { previous, change, confirmed } = task;
    return resolve({ problem, previous, change, confirmed }, options).plan;
  }
  const { previous } = task;
  const kept = previous === undefined ? {} : { previous };
  return solve(problem, { ...options, ...kept });
};

/** The engine in the thread that asks. Without a clock it takes no notice of a budget of time, and looks until it has proved its plan. */
export const engineWith = (now?: Clock): Engine => ({
  plan: async (task, watching = {}) =>
    planFor({ problem: readRound(task.round), task, watching }, now),
  answer: async (task, watching = {}) => {
    const problem = readRound(task.round);
    const plan = planFor({ problem, task, watching }, now);
    const { holds: isVerified } = verify(problem, plan);
    return { plan, isVerified, reasons: JSON.stringify(explain(problem, plan)) };
  },
});
