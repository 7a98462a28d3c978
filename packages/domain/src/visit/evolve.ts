import type { VisitEvent } from "./command.ts";
import type { Visit } from "./state.ts";

/** The visit after an event; an event that does not fit its state changes nothing. */
export const evolveVisit = (visit: Visit, event: VisitEvent): Visit => {
  const { at } = event;
  switch (event.type) {
    case "rescheduled":
      return visit.state === "planned"
        ? { ...visit, date: event.date, halfDays: event.halfDays }
        : visit;
    case "done":
      return visit.state === "planned"
        ? { ...visit, state: "done", doneAt: at, noteDue: event.noteDue }
        : visit;
    case "noted":
      return visit.state === "done"
        ? { ...visit, state: "noted", note: event.note, notedAt: at }
        : visit;
    case "agreed-accurate":
      return visit.state === "noted" ? { ...visit, state: "agreed-accurate", agreedAt: at } : visit;
    case "marked-inaccurate":
      return visit.state === "noted"
        ? { ...visit, state: "marked-inaccurate", wrong: event.wrong, markedAt: at }
        : visit;
    case "amended":
      return visit.state === "marked-inaccurate"
        ? { ...visit, state: "amended", before: visit.note, note: event.note, amendedAt: at }
        : visit;
    case "cancelled":
      return visit.state === "planned"
        ? { ...visit, state: "cancelled", reason: event.reason, cancelledAt: at }
        : visit;
  }
};
