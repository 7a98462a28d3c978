import type { VisitCommandType } from "./command.ts";
import type { VisitState } from "./state.ts";

const none = {
  reschedule: [],
  do: [],
  note: [],
  agree: [],
  "mark-inaccurate": [],
  amend: [],
  cancel: [],
} as const;

/** Where each command may lead from each state; an empty cell is refused (Product rules, §2: visit). */
export const visitTransitions: Readonly<
  Record<VisitState, Readonly<Record<VisitCommandType, readonly VisitState[]>>>
> = {
  planned: { ...none, reschedule: ["planned"], do: ["done"], cancel: ["cancelled"] },
  done: { ...none, note: ["noted"] },
  noted: { ...none, agree: ["agreed-accurate"], "mark-inaccurate": ["marked-inaccurate"] },
  "agreed-accurate": none,
  "marked-inaccurate": { ...none, amend: ["amended"] },
  amended: none,
  cancelled: none,
};
