import { describe, expect, it } from "vitest";
import { dateOf, instantOf } from "../calendar/index.ts";
import { at, commands, firm, indicative, lapsed, lines, supply } from "./examples.ts";
import {
  type CapacityCommand,
  type CapacityLine,
  decideCapacity,
  evolveCapacity,
  isMatchable,
  usualGoodUntil,
} from "./index.ts";

const after = (line: CapacityLine, command: CapacityCommand): CapacityLine => {
  const decision = decideCapacity(line, command);
  if (!decision.ok) throw new Error(decision.refusal.kind);
  return evolveCapacity(line, decision.value);
};
const refusalOf = (line: CapacityLine, command: CapacityCommand): unknown => {
  const decision = decideCapacity(line, command);
  return decision.ok ? "accepted" : decision.refusal;
};

describe("capacity", () => {
  it("is matched while firm and up to its good-until day, and again once reconfirmed", () => {
    expect(Object.values(lines).filter((line) => isMatchable(line, dateOf(2026, 2, 19)))).toEqual([
      firm,
    ]);
    expect(isMatchable(firm, dateOf(2026, 2, 20))).toBe(false);
    for (const stale of [firm, lapsed]) {
      const renewed = after(stale, commands.reconfirm);
      expect(renewed).toEqual({ ...firm, confirmedOn: "2026-02-20", goodUntil: "2026-03-31" });
      expect(isMatchable(renewed, dateOf(2026, 3, 31))).toBe(true);
    }
  });

  it("is confirmed on the day of the click, for days that lie ahead within its term", () => {
    expect(after(indicative, commands.confirm)).toEqual({
      ...firm,
      confirmedOn: "2026-02-20",
      goodUntil: "2026-03-31",
    });
    expect(refusalOf(indicative, { ...commands.confirm, goodUntil: dateOf(2026, 4, 1) })).toEqual({
      kind: "beyond-term",
      goodUntil: "2026-04-01",
      endsOn: "2026-03-31",
    });
    expect(refusalOf(firm, { ...commands.reconfirm, goodUntil: dateOf(2026, 2, 19) })).toEqual({
      kind: "good-until-passed",
      goodUntil: "2026-02-19",
      today: "2026-02-20",
    });
  });

  it("lapses on the day after its good-until day, not on it", () => {
    const onTheDay = instantOf(Date.UTC(2026, 1, 19, 23, 59));
    expect(refusalOf(firm, { type: "lapse", at: onTheDay })).toEqual({
      kind: "still-good",
      goodUntil: "2026-02-19",
      today: "2026-02-19",
    });
    expect(after(firm, commands.lapse)).toEqual(lapsed);
  });

  it("changes to whole half-days, no fewer than are tied, neither half above the whole", () => {
    const changed = { ...supply, halfDays: 12 };
    expect(after(firm, commands.change)).toEqual({ ...firm, supply: changed });
    const change = (part: object, tied = 0): unknown =>
      refusalOf(indicative, { type: "change", at, supply: { ...supply, ...part }, tied });
    expect(change({ halfDays: 0, earlyHalfDays: 0, lateHalfDays: 0 })).toEqual({
      kind: "not-half-days",
      given: 0,
    });
    expect(change({ earlyHalfDays: 0.5 })).toEqual({ kind: "not-half-days", given: 0.5 });
    expect(change({ lateHalfDays: -1 })).toEqual({ kind: "not-half-days", given: -1 });
    expect(change({ earlyHalfDays: 11 })).toEqual({
      kind: "half-beyond-term",
      halfDays: 10,
      given: 11,
    });
    expect(change({}, 11)).toEqual({ kind: "days-tied", tied: 11, wanted: 10 });
    expect(change({}, 10)).toBe("accepted");
  });

  it("stays within what the home school has released, while the release lasts", () => {
    const release = { halfDays: 10, until: dateOf(2026, 2, 20) };
    const within = { ...indicative, supply: { ...supply, release } };
    expect(refusalOf(within, commands.confirm)).toBe("accepted");
    const over = { ...within, supply: { ...within.supply, halfDays: 11 } };
    expect(refusalOf(over, commands.confirm)).toEqual({
      kind: "beyond-release",
      released: 10,
      until: "2026-02-20",
      wanted: 11,
    });
    const late = { ...commands.confirm, at: instantOf(Date.UTC(2026, 1, 21, 9)) };
    expect(refusalOf(within, late)).toMatchObject({ kind: "beyond-release", released: 0 });
    expect(refusalOf(within, { ...commands.change, supply: over.supply })).toMatchObject({
      kind: "beyond-release",
    });
  });

  it("is withdrawn with a reason and with no day promised to a school", () => {
    expect(refusalOf(firm, { ...commands.withdraw, reason: " " })).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    expect(refusalOf(firm, { ...commands.withdraw, tied: 2 })).toEqual({
      kind: "days-tied",
      tied: 2,
      wanted: 0,
    });
    expect(after(firm, commands.withdraw)).toEqual(lines.withdrawn);
  });

  it("ignores an event that does not fit its state", () => {
    const { withdrawn } = lines;
    expect(evolveCapacity(withdrawn, { type: "changed", at, supply })).toBe(withdrawn);
    expect(evolveCapacity(withdrawn, { type: "lapsed", at })).toBe(withdrawn);
    expect(evolveCapacity(lapsed, { type: "withdrawn", at, reason: "x" })).toBe(lapsed);
    const confirmed = { confirmedOn: dateOf(2026, 3, 1), goodUntil: dateOf(2026, 3, 2) };
    expect(evolveCapacity(withdrawn, { type: "confirmed", at, ...confirmed })).toBe(withdrawn);
  });

  it("is good for six weeks by one click, or to the end of the term", () => {
    expect(usualGoodUntil(firm, dateOf(2026, 1, 8))).toBe("2026-02-19");
    expect(usualGoodUntil(firm, dateOf(2026, 3, 1))).toBe("2026-03-31");
  });
});
