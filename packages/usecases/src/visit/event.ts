import type { VisitEvent } from "@alongside/domain/visit";

const kinds: Readonly<Record<VisitEvent["type"], string>> = {
  rescheduled: "visit-moved",
  done: "visit-done",
  noted: "visit-noted",
  "agreed-accurate": "visit-agreed",
  "marked-inaccurate": "visit-marked-inaccurate",
  amended: "visit-amended",
  cancelled: "visit-cancelled",
};

/** The log says when and how much, not what was seen in a school: that is the visit's own, and not everybody's who reads the log. */
const payloadOf = (event: VisitEvent): Readonly<Record<string, unknown>> => {
  if (event.type === "rescheduled") return { date: event.date, halfDays: event.halfDays };
  return event.type === "cancelled" ? { reason: event.reason } : {};
};

/** What the log keeps of an event of a visit. */
export const toLoggedVisit = (event: VisitEvent) => ({
  kind: kinds[event.type],
  payload: payloadOf(event),
});
