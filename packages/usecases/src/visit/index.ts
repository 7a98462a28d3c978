export type { VisitChanged } from "./apply.ts";
export type { CalendarEvent } from "./calendar.ts";
export { callOffVisits } from "./call-off.ts";
export {
  agreeVisitNote,
  cancelVisit,
  markVisitNoteInaccurate,
  rescheduleVisit,
  type VisitSeen,
} from "./change.ts";
export { toLoggedVisit } from "./event.ts";
export { getFeed, makeFeed, readCalendar, revokeFeed, type Calendar } from "./feed.ts";
export { amendVisitNote, finishAction, recordVisitNote, type NoteSent } from "./note.ts";
export { listVisits, visitParts, type VisitLine, type VisitPart } from "./list.ts";
export { getVisit, getVisitPlan } from "./page.ts";
export { planVisit, type VisitPlan } from "./plan.ts";
export { remindOfNotes } from "./remind.ts";
