import { dateOf, type Instant, instantOf } from "../calendar/index.ts";
import { toDeploymentId } from "../deployment/deployment-id.ts";
import { toObjectiveId } from "../deployment/objective-id.ts";
import {
  decideVisit,
  evolveVisit,
  noteDueAfter,
  toVisitId,
  type Visit,
  type VisitCommand,
  type VisitCommandType,
  type VisitNote,
  type VisitState,
  visitTransitions,
} from "./index.ts";

/* One visit of each kind and one command of each kind, for tests. */

export const day = (number: number): Instant => instantOf(Date.UTC(2026, 0, number, 9));
export const at = day(14);
export const note: VisitNote = {
  met: ["Year 2 teachers"],
  seen: "Four phonics lessons",
  progress: [
    { objective: toObjectiveId("objective-1"), standing: "on-course", text: "Half of the way" },
  ],
  actions: [],
  nextVisit: null,
};
export const amendedNote: VisitNote = { ...note, seen: "Three phonics lessons" };
export const allowance = { leftHalfDays: 4, from: dateOf(2026, 1, 5), to: dateOf(2026, 3, 27) };
export const core = {
  id: toVisitId("visit-1"),
  deployment: toDeploymentId("deployment-1"),
  date: dateOf(2026, 1, 14),
  halfDays: 2,
} as const;
const noted = { ...core, doneAt: at, noteDue: noteDueAfter(core.date), note, notedAt: at } as const;

export const visits: { readonly [State in VisitState]: Extract<Visit, { state: State }> } = {
  planned: { state: "planned", ...core },
  done: { state: "done", ...core, doneAt: at, noteDue: noteDueAfter(core.date) },
  noted: { state: "noted", ...noted },
  "agreed-accurate": { state: "agreed-accurate", ...noted, agreedAt: at },
  "marked-inaccurate": {
    state: "marked-inaccurate",
    ...noted,
    wrong: "Three lessons",
    markedAt: at,
  },
  amended: {
    state: "amended",
    ...noted,
    note: amendedNote,
    before: note,
    wrong: "Three lessons",
    markedAt: at,
    amendedAt: at,
  },
  cancelled: { state: "cancelled", ...core, reason: "Snow", cancelledAt: at },
};

export const commands: {
  readonly [Type in VisitCommandType]: Extract<VisitCommand, { type: Type }>;
} = {
  reschedule: { type: "reschedule", at, date: dateOf(2026, 1, 21), halfDays: 1, allowance },
  do: { type: "do", at },
  note: { type: "note", at, note },
  agree: { type: "agree", at },
  "mark-inaccurate": { type: "mark-inaccurate", at, wrong: "Three lessons" },
  amend: { type: "amend", at, note: amendedNote },
  cancel: { type: "cancel", at, reason: "Snow" },
};

export const states = Object.keys(visits).filter(
  (state): state is VisitState => state in visitTransitions,
);

export const reach = (from: Visit, command: VisitCommand): string => {
  const decision = decideVisit(from, command);
  if (decision.ok) return evolveVisit(from, decision.value).state;
  const { refusal } = decision;
  return refusal.kind === "wrong-state"
    ? `${refusal.machine} ${refusal.state} refuses ${refusal.command}`
    : refusal.kind;
};
