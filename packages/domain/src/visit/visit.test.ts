import { describe, expect, it } from "vitest";
import { dateOf, instantOf } from "../calendar/index.ts";
import { allowance, at, commands, core, day, note, visits } from "./examples.ts";
import {
  decideVisit,
  evolveVisit,
  isNoteLate,
  noteDueAfter,
  noticeOf,
  planVisit,
  type Visit,
  type VisitCommand,
} from "./index.ts";

const after = (visit: Visit, ...given: readonly VisitCommand[]): Visit =>
  given.reduce((now, command) => {
    const decision = decideVisit(now, command);
    if (!decision.ok) throw new Error(decision.refusal.kind);
    return evolveVisit(now, decision.value);
  }, visit);
const refusalOf = (visit: Visit, command: VisitCommand): unknown => {
  const decision = decideVisit(visit, command);
  return decision.ok ? "accepted" : decision.refusal;
};

describe("a visit", () => {
  it("is planned within the days and dates of the agreement, never more", () => {
    const plan = (part: object): unknown => {
      const planned = planVisit({ ...core, ...part }, allowance);
      return planned.ok ? planned.value : planned.refusal;
    };
    expect(plan({})).toEqual(visits.planned);
    expect(plan({ halfDays: 5 })).toEqual({ kind: "beyond-agreed-days", wanted: 5, left: 4 });
    expect(plan({ halfDays: 1.5 })).toEqual({ kind: "not-half-days", given: 1.5 });
    expect(plan({ halfDays: 0 })).toEqual({ kind: "not-half-days", given: 0 });
    for (const date of [dateOf(2026, 1, 4), dateOf(2026, 3, 28)])
      expect(plan({ date })).toEqual({
        kind: "outside-agreed-dates",
        date,
        from: "2026-01-05",
        to: "2026-03-27",
      });
    expect(refusalOf(visits.planned, { ...commands.reschedule, halfDays: 5 })).toMatchObject({
      kind: "beyond-agreed-days",
    });
  });

  it("keeps the first note, what was wrong with it and the amended one", () => {
    const { planned, amended } = visits;
    expect(
      after(planned, commands.do, commands.note, commands["mark-inaccurate"], commands.amend),
    ).toEqual(amended);
    expect(after(planned, commands.do, commands.note, commands.agree)).toEqual(
      visits["agreed-accurate"],
    );
  });

  it("moves to another day, or is cancelled with a reason and its days of notice", () => {
    expect(after(visits.planned, commands.reschedule)).toEqual({
      ...visits.planned,
      date: "2026-01-21",
      halfDays: 1,
    });
    expect(after(visits.planned, commands.cancel)).toEqual(visits.cancelled);
    expect(noticeOf({ ...visits.cancelled, cancelledAt: day(11) })).toBe(3);
    expect(noticeOf(visits.cancelled)).toBe(0);
  });

  it("is not done before its day", () => {
    expect(refusalOf(visits.planned, { type: "do", at: day(13) })).toEqual({
      kind: "not-yet-happened",
      date: "2026-01-14",
      today: "2026-01-13",
    });
  });

  it("has its note due in five working days, over weekends and bank holidays", () => {
    expect(noteDueAfter(dateOf(2026, 1, 14))).toBe("2026-01-21T23:59:59.999Z");
    expect(noteDueAfter(dateOf(2026, 4, 2))).toBe("2026-04-13T22:59:59.999Z");
    expect(after(visits.planned, { type: "do", at: day(16) })).toMatchObject({
      noteDue: "2026-01-21T23:59:59.999Z",
    });
  });

  it("says when its note is late, and whether it was once it has come", () => {
    const late = instantOf(Date.UTC(2026, 0, 22));
    const onTime = instantOf(Date.UTC(2026, 0, 22) - 1);
    expect([onTime, late].map((time) => isNoteLate(visits.done, time))).toEqual([false, true]);
    expect(isNoteLate(visits.noted, late)).toBe(false);
    expect(isNoteLate(after(visits.done, { type: "note", at: late, note }), late)).toBe(true);
    expect(isNoteLate(visits.planned, late)).toBe(false);
    expect(isNoteLate(visits.cancelled, late)).toBe(false);
  });

  it("needs words for a note, for what is wrong and for a cancellation", () => {
    const empty = { ...note, seen: " " };
    expect(refusalOf(visits.done, { type: "note", at, note: empty })).toMatchObject({
      field: "seen",
    });
    expect(
      refusalOf(visits["marked-inaccurate"], { type: "amend", at, note: empty }),
    ).toMatchObject({ field: "seen" });
    expect(refusalOf(visits.noted, { type: "mark-inaccurate", at, wrong: "" })).toMatchObject({
      field: "wrong",
    });
    expect(refusalOf(visits.planned, { type: "cancel", at, reason: "" })).toMatchObject({
      field: "reason",
    });
  });

  it("ignores an event that does not fit its state", () => {
    const { cancelled } = visits;
    for (const event of [
      { type: "done", at, noteDue: at },
      { type: "noted", at, note },
      { type: "amended", at, note },
      { type: "cancelled", at, reason: "x" },
    ] as const)
      expect(evolveVisit(cancelled, event)).toBe(cancelled);
  });
});
