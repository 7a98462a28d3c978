import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  academicYearFrom,
  academicYearOf,
  addDays,
  areTermDatesInOrder,
  compareTerms,
  dateOf,
  dateOfDayNumber,
  defaultDatesOf,
  halfOf,
  nextTerm,
  termAfter,
  termAmong,
  termOf,
} from "./index.ts";

describe("terms", () => {
  it("belong to an academic year that begins in September", () => {
    expect(academicYearOf(dateOf(2025, 8, 31))).toBe("2024-25");
    expect(academicYearOf(dateOf(2025, 9, 1))).toBe("2025-26");
    expect(academicYearFrom(1999)).toBe("1999-00");
  });

  it("follow one another without a gap or an overlap, each day in exactly its own", () => {
    fc.assert(
      fc.property(fc.integer({ min: 8000, max: 30_000 }), (day) => {
        const date = dateOfDayNumber(day);
        const term = termOf(date);
        const dates = defaultDatesOf(term);
        expect(dates.startsOn <= date && date <= dates.endsOn).toBe(true);
        expect(defaultDatesOf(nextTerm(term)).startsOn).toBe(addDays(dates.endsOn, 1));
        expect(areTermDatesInOrder(dates)).toBe(true);
        expect(compareTerms(term, nextTerm(term))).toBeLessThan(0);
        expect(termAfter(termAfter(term, 7), -7)).toEqual(term);
      }),
    );
  });

  it("run over the year's end: two terms after autumn is summer, and one after summer is autumn", () => {
    expect(termAfter({ academicYear: "2025-26", season: "autumn" }, 2)).toEqual({
      academicYear: "2025-26",
      season: "summer",
    });
    expect(nextTerm({ academicYear: "2025-26", season: "summer" })).toEqual({
      academicYear: "2026-27",
      season: "autumn",
    });
  });

  it("have an early and a late half", () => {
    const dates = defaultDatesOf({ academicYear: "2025-26", season: "autumn" });
    expect(halfOf(dateOf(2025, 10, 31), dates)).toBe("early");
    expect(halfOf(dateOf(2025, 11, 1), dates)).toBe("late");
  });

  it("may have dates of a partnership's own, and holidays belong to the term before", () => {
    const autumn = {
      academicYear: "2025-26",
      season: "autumn" as const,
      startsOn: dateOf(2025, 9, 3),
      halfOn: dateOf(2025, 11, 3),
      endsOn: dateOf(2025, 12, 19),
    };
    const spring = {
      ...autumn,
      season: "spring" as const,
      startsOn: dateOf(2026, 1, 5),
      halfOn: dateOf(2026, 2, 23),
      endsOn: dateOf(2026, 3, 27),
    };
    expect(termAmong(dateOf(2025, 12, 27), [spring, autumn])).toBe(autumn);
    expect(termAmong(dateOf(2026, 1, 5), [spring, autumn])).toBe(spring);
    expect(termAmong(dateOf(2025, 9, 2), [spring, autumn])).toBeUndefined();
    expect(areTermDatesInOrder({ ...autumn, halfOn: dateOf(2026, 1, 1) })).toBe(false);
  });
});
