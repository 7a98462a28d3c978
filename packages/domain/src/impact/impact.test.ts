import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOf, instantOf, type TermDates } from "../calendar/index.ts";
import {
  actualOf,
  addReading,
  followUpTerm,
  isFollowUpDue,
  outcomeOfObjective,
  progressOf,
  type Reading,
  suggestedOutcome,
  type TrackedObjective,
} from "./index.ts";

const at = instantOf(Date.UTC(2026, 5, 1, 9));
const reading = (value: number, month: number): Reading => ({
  value,
  date: dateOf(2026, month, 1),
  source: "School’s own count",
});
const phonics: TrackedObjective = {
  direction: "up",
  baseline: reading(60, 1),
  target: { value: 80, by: dateOf(2026, 7, 1) },
  readings: [],
};
const absence: TrackedObjective = {
  direction: "down",
  baseline: reading(20, 1),
  target: { value: 15, by: dateOf(2026, 7, 1) },
  readings: [],
};
const come = (objective: TrackedObjective, value: number): TrackedObjective => ({
  ...objective,
  readings: [reading(value, 3)],
});

describe("progress to a target", () => {
  it("is up when more is better and down when less is", () => {
    expect(progressOf(phonics, 70)).toEqual({
      gained: 10,
      share: 0.5,
      movement: "better",
      isMet: false,
    });
    expect(progressOf(absence, 17)).toEqual({
      gained: 3,
      share: 0.6,
      movement: "better",
      isMet: false,
    });
    expect(progressOf(absence, 25)).toEqual({
      gained: -5,
      share: -1,
      movement: "worse",
      isMet: false,
    });
    expect(progressOf(absence, 15).isMet).toBe(true);
    expect(progressOf(phonics, 90)).toMatchObject({ share: 1.5, isMet: true });
    expect(progressOf(phonics, 60)).toMatchObject({ share: 0, movement: "same" });
  });

  it("has no share when the target is to hold: it is met or it is not", () => {
    const hold = { ...phonics, target: { ...phonics.target, value: 60 } };
    expect(progressOf(hold, 60)).toEqual({ gained: 0, share: null, movement: "same", isMet: true });
    expect(progressOf(hold, 59)).toMatchObject({ share: null, isMet: false });
  });

  it("tells the same story when a measure and its figures are turned upside down", () => {
    const value = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(value, value, value, (baseline, target, now) => {
        const one = progressOf(
          {
            ...phonics,
            baseline: reading(baseline, 1),
            target: { ...phonics.target, value: target },
          },
          now,
        );
        const other = progressOf(
          {
            ...absence,
            baseline: reading(0 - baseline, 1),
            target: { ...phonics.target, value: 0 - target },
          },
          0 - now,
        );
        expect([other.movement, other.isMet, other.share]).toEqual([
          one.movement,
          one.isMet,
          one.share,
        ]);
      }),
    );
  });
});

describe("a reading", () => {
  it("is kept in order of date, and the latest is the actual", () => {
    const later = addReading(phonics, reading(75, 5), at);
    if (!later.ok) throw new Error(later.refusal.kind);
    const both = addReading(later.value, reading(70, 3), at);
    expect(both.ok && both.value.readings.map(({ value }) => value)).toEqual([70, 75]);
    expect(both.ok && actualOf(both.value)?.value).toBe(75);
    expect(actualOf(phonics)).toBeUndefined();
    expect(actualOf({ readings: [reading(1, 3), reading(2, 3)] })?.value).toBe(2);
  });

  it("is a number with a source, after the baseline, not from the future and not given before", () => {
    const refusalOf = (given: Reading, objective = phonics): unknown => {
      const added = addReading(objective, given, at);
      return added.ok ? "added" : added.refusal;
    };
    expect(refusalOf(reading(Number.NaN, 3))).toEqual({ kind: "not-a-number" });
    expect(refusalOf({ ...reading(70, 3), source: " " })).toEqual({
      kind: "words-needed",
      field: "source",
    });
    expect(refusalOf({ ...reading(70, 3), date: dateOf(2025, 12, 31) })).toEqual({
      kind: "reading-before-baseline",
      date: "2025-12-31",
      baseline: "2026-01-01",
    });
    expect(refusalOf(reading(70, 7))).toEqual({
      kind: "reading-ahead",
      date: "2026-07-01",
      today: "2026-06-01",
    });
    expect(refusalOf(reading(70, 6))).toBe("added");
    expect(refusalOf(reading(71, 3), come(phonics, 70))).toEqual({
      kind: "reading-repeated",
      date: "2026-03-01",
      source: "School’s own count",
    });
  });
});

describe("the outcome that objectives suggest", () => {
  it("is met at the target, partly met when better, unmet otherwise, open without a reading", () => {
    expect([80, 61, 60, 59].map((value) => outcomeOfObjective(come(phonics, value)))).toEqual([
      "met",
      "partly-met",
      "unmet",
      "unmet",
    ]);
    expect(outcomeOfObjective(phonics)).toBe("not-read");
  });

  it("is of the whole: all met, none moved, or partly met between", () => {
    const met = come(phonics, 80);
    const partly = come(absence, 18);
    const unmet = come(absence, 20);
    expect(suggestedOutcome([met, met])).toBe("met");
    expect(suggestedOutcome([met, unmet])).toBe("partly-met");
    expect(suggestedOutcome([partly])).toBe("partly-met");
    expect(suggestedOutcome([unmet])).toBe("unmet");
    expect(suggestedOutcome([met, phonics])).toBeNull();
    expect(suggestedOutcome([])).toBeNull();
  });
});

describe("a follow-up", () => {
  it("comes due two terms after the end, over the turn of the year", () => {
    expect(followUpTerm(dateOf(2025, 12, 12), [])).toMatchObject({
      academicYear: "2025-26",
      season: "summer",
    });
    expect(followUpTerm(dateOf(2026, 7, 20), [])).toMatchObject({
      academicYear: "2026-27",
      season: "spring",
    });
    expect(isFollowUpDue(dateOf(2025, 12, 12), dateOf(2026, 3, 31), [])).toBe(false);
    expect(isFollowUpDue(dateOf(2025, 12, 12), dateOf(2026, 4, 1), [])).toBe(true);
  });

  it("goes by the partnership's own dates where it has set them", () => {
    const own = (season: TermDates["season"], startsOn: string, month: number): TermDates => ({
      academicYear: "2025-26",
      season,
      startsOn: dateOf(2026, month, Number(startsOn)),
      halfOn: dateOf(2026, month + 1, 15),
      endsOn: dateOf(2026, month + 2, 27),
    });
    const spring = own("spring", "5", 1);
    const summer = own("summer", "13", 4);
    const autumn = { ...own("autumn", "1", 9), startsOn: dateOf(2025, 9, 3) };
    expect(followUpTerm(dateOf(2026, 1, 2), [autumn, spring, summer])).toBe(summer);
    expect(isFollowUpDue(dateOf(2025, 12, 1), dateOf(2026, 4, 12), [autumn, spring, summer])).toBe(
      false,
    );
  });
});
