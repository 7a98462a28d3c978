import type { ConcernCommandType } from "./command.ts";
import type { ConcernState } from "./state.ts";

const none = { handle: [], escalate: [], reply: [], resolve: [] } as const;

/** Where each command may lead from each state; an empty cell is refused (Product rules, §2: concern). */
export const concernTransitions: Readonly<
  Record<ConcernState, Readonly<Record<ConcernCommandType, readonly ConcernState[]>>>
> = {
  raised: { ...none, handle: ["handled"] },
  handled: { ...none, escalate: ["escalated"], resolve: ["resolved"] },
  escalated: { ...none, escalate: ["escalated"], reply: ["escalated"], resolve: ["resolved"] },
  resolved: none,
};
