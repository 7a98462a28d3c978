import { londonDateOf } from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { Allowance, VisitCommand, VisitEvent, VisitRefusal } from "./command.ts";
import { noteDueAfter, type Visit, type VisitNote, type VisitPlanned } from "./state.ts";

type Decision = Result<VisitEvent, VisitRefusal>;
type Command<Type extends VisitCommand["type"]> = Extract<VisitCommand, { readonly type: Type }>;
type When = { readonly date: IsoDate; readonly halfDays: number };

const wrongState = (visit: Visit, command: VisitCommand): Decision =>
  refused({ kind: "wrong-state", machine: "visit", state: visit.state, command: command.type });

const isBlank = (text: string): boolean => text.trim() === "";

/** Visits keep to the days and the dates that were agreed, never more (Product rules, §2: visit). */
const faultOfPlan = ({ date, halfDays }: When, allowance: Allowance): VisitRefusal | undefined => {
  const { leftHalfDays: left, from, to } = allowance;
  if (!Number.isInteger(halfDays) || halfDays < 1)
    return { kind: "not-half-days", given: halfDays };
  if (halfDays > left) return { kind: "beyond-agreed-days", wanted: halfDays, left };
  return date < from || date > to ? { kind: "outside-agreed-dates", date, from, to } : undefined;
};

/** Begins a visit within what the agreement still allows. */
export const planVisit = (
  visit: Omit<VisitPlanned, "state">,
  allowance: Allowance,
): Result<VisitPlanned, VisitRefusal> => {
  const fault = faultOfPlan(visit, allowance);
  return fault ? refused(fault) : accepted({ state: "planned", ...visit });
};

const reschedule = (visit: Visit, command: Command<"reschedule">): Decision => {
  if (visit.state !== "planned") return wrongState(visit, command);
  const { at, date, halfDays, allowance } = command;
  const fault = faultOfPlan(command, allowance);
  return fault ? refused(fault) : accepted({ type: "rescheduled", at, date, halfDays });
};

/** A visit is done on its day or after; the note's five working days start on its day (Product rules, §2: visit). */
const done = (visit: Visit, command: Command<"do">): Decision => {
  if (visit.state !== "planned") return wrongState(visit, command);
  const { at } = command;
  const today = londonDateOf(at);
  return today < visit.date
    ? refused({ kind: "not-yet-happened", date: visit.date, today })
    : accepted({ type: "done", at, noteDue: noteDueAfter(visit.date) });
};

const faultOfNote = ({ seen }: VisitNote): VisitRefusal | undefined =>
  isBlank(seen) ? { kind: "words-needed", field: "seen" } : undefined;

const note = (visit: Visit, command: Command<"note" | "amend">): Decision => {
  if (visit.state !== (command.type === "note" ? "done" : "marked-inaccurate"))
    return wrongState(visit, command);
  const fault = faultOfNote(command.note);
  const type = command.type === "note" ? "noted" : "amended";
  return fault ? refused(fault) : accepted({ type, at: command.at, note: command.note });
};

/** Whoever marks a note inaccurate says what is wrong (Product rules, §2: visit). */
const markInaccurate = (visit: Visit, command: Command<"mark-inaccurate">): Decision => {
  if (visit.state !== "noted") return wrongState(visit, command);
  return isBlank(command.wrong)
    ? refused({ kind: "words-needed", field: "wrong" })
    : accepted({ type: "marked-inaccurate", at: command.at, wrong: command.wrong });
};

const cancel = (visit: Visit, command: Command<"cancel">): Decision => {
  if (visit.state !== "planned") return wrongState(visit, command);
  return isBlank(command.reason)
    ? refused({ kind: "words-needed", field: "reason" })
    : accepted({ type: "cancelled", at: command.at, reason: command.reason });
};

/** What a command does to a visit, or why it cannot (Product rules, §2: visit). */
export const decideVisit = (visit: Visit, command: VisitCommand): Decision => {
  switch (command.type) {
    case "reschedule":
      return reschedule(visit, command);
    case "do":
      return done(visit, command);
    case "note":
    case "amend":
      return note(visit, command);
    case "agree":
      return visit.state === "noted"
        ? accepted({ type: "agreed-accurate", at: command.at })
        : wrongState(visit, command);
    case "mark-inaccurate":
      return markInaccurate(visit, command);
    case "cancel":
      return cancel(visit, command);
  }
};
