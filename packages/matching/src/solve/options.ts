import type { GoalName } from "../plan.ts";
import type { Placement, ServedByBand } from "../problem.ts";
import type { Clock } from "./clock.ts";

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
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: Progress) => void;
  /** The last plan: among equal plans the one that changes least is taken. */
  readonly previous?: { readonly assignments: readonly Placement[] };
};

export const clockOf = (options: SolveOptions): Clock => {
  const now = options.now ?? (() => 0);
  return {
    now,
    deadline: now() + (options.now === undefined ? Infinity : (options.budgetMs ?? Infinity)),
    isCancelled: () => options.signal?.aborted === true,
  };
};
