import type { GoalName } from "../plan.ts";
import type { Placement, ServedByBand } from "../problem.ts";
import type { Clock, WorkSpent } from "./clock.ts";

export type Progress = {
  readonly groups: number;
  readonly group: number;
  readonly goal: GoalName;
  readonly servedByBand: ServedByBand;
  readonly fit: number;
  readonly ms: number;
};

export type SolveOptions = {
  /** Milliseconds to spend; without it the search goes on until the plan is proved. */
  readonly budgetMs?: number;
  /** A clock in milliseconds. Without one there is neither a time limit nor a time. */
  readonly now?: () => number;
  /**
   * Units of work to spend, instead of time: the same number gives the same plan on every machine. A plan's own `work` replays the run
   * that made it to the same bytes (but for `ms`).
   */
  readonly work?: number | WorkSpent;
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: Progress) => void;
  /** The last plan: among equal plans the one that changes least is taken. */
  readonly previous?: { readonly assignments: readonly Placement[] };
};

const limitsOf = (work: SolveOptions["work"]): readonly number[] | undefined =>
  typeof work === "number" ? [] : work?.limits;

export const clockOf = (options: SolveOptions): Clock => {
  const { now = () => 0, work, budgetMs } = options;
  const began = now();
  return {
    until: Infinity,
    meter: {
      now,
      began,
      deadline: began + (options.now === undefined ? Infinity : (budgetMs ?? Infinity)),
      isCancelled: () => options.signal?.aborted === true,
      follow: limitsOf(work),
      limits: [],
      limit: typeof work === "number" ? work : Infinity,
      spent: 0,
      stoppedAt: typeof work === "number" ? Infinity : (work?.stoppedAt ?? Infinity),
    },
  };
};
