import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addYears,
  dateOf,
  dateOfDayNumber,
  daysBetween,
  isInstant,
  instantOf,
  parseInstant,
  parseIsoDate,
  weekdayOf,
} from "./index.ts";

describe("a calendar date", () => {
  it("is read only when the calendar has it", () => {
    expect(parseIsoDate("2024-02-29")).toBe("2024-02-29");
    for (const text of ["2023-02-29", "2024-13-01", "2024-1-1", "", "2024-00-10", "2024-04-31"]) {
      expect(parseIsoDate(text)).toBeUndefined();
    }
  });

  it("moves by days and measures the way back, whatever the date", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer({ min: -5000, max: 5000 }),
        (day, days) => {
          const date = dateOfDayNumber(day);
          expect(daysBetween(date, addDays(date, days))).toBe(days);
          expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
          expect(parseIsoDate(date)).toBe(date);
        },
      ),
    );
  });

  it("knows its day of the week, before 1970 too", () => {
    expect(weekdayOf(dateOf(2026, 11, 22))).toBe(7);
    expect(weekdayOf(dateOf(2026, 11, 23))).toBe(1);
    expect(weekdayOf(dateOf(1969, 12, 28))).toBe(7);
  });

  it("keeps 29 February in February four years and one year on", () => {
    expect(addYears(dateOf(2024, 2, 29), 4)).toBe("2028-02-29");
    expect(addYears(dateOf(2024, 2, 29), 1)).toBe("2025-02-28");
    expect(addYears(dateOf(2021, 9, 1), 4)).toBe("2025-09-01");
  });
});

describe("an instant", () => {
  it("has one form only, so that text order is time order", () => {
    expect(isInstant("2026-06-01T09:00:00.000Z")).toBe(true);
    for (const text of ["2026-06-01T09:00:00Z", "2026-06-01", "2026-13-01T09:00:00.000Z", "x"]) {
      expect(isInstant(text)).toBe(false);
    }
    expect(isInstant("2026-02-30T09:00:00.000Z")).toBe(false);
    expect(instantOf(0)).toBe("1970-01-01T00:00:00.000Z");
  });

  it("is read from a time that names its zone and from no other", () => {
    expect(parseInstant("2026-06-01T10:00:00+01:00")).toBe("2026-06-01T09:00:00.000Z");
    expect(parseInstant("2026-06-01T10:00:00")).toBeUndefined();
    expect(parseInstant("2026-06-01")).toBeUndefined();
    expect(parseInstant("2026-06-99T10:00:00Z")).toBeUndefined();
  });
});
