import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  bankHolidaysOf,
  dateOf,
  dateOfDayNumber,
  dayNumberOf,
  easterSundayOf,
  isWorkingDay,
  workingDaysAfter,
  workingDaysBetween,
} from "./index.ts";

/** As GOV.UK lists them for England and Wales. */
const published: Readonly<Record<number, readonly string[]>> = {
  2012: ["01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"],
  2016: ["01-01", "03-25", "03-28", "05-02", "05-30", "08-29", "12-26", "12-27"],
  2020: ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"],
  2021: ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"],
  2022: ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"],
  2023: ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"],
  2024: ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"],
  2025: ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"],
  2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
  2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
};

const daysOf = (year: number): readonly string[] =>
  bankHolidaysOf(year).map(({ date }) => date.slice(5));

describe("bank holidays in England", () => {
  it.each(Object.entries(published))("are those published for %s", (year, days) => {
    expect(daysOf(Number(year))).toEqual(days);
  });

  it("follow Easter, earliest to latest", () => {
    expect([1818, 1943, 2000, 2008, 2026, 2038].map(easterSundayOf)).toEqual([
      "1818-03-22",
      "1943-04-25",
      "2000-04-23",
      "2008-03-23",
      "2026-04-05",
      "2038-04-25",
    ]);
  });
});

describe("working days", () => {
  it("leave out weekends and bank holidays", () => {
    expect(isWorkingDay(dateOf(2026, 4, 2))).toBe(true);
    expect([3, 4, 5, 6].map((day) => isWorkingDay(dateOf(2026, 4, day)))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it("count from the day after: five from the Thursday before Easter ends on the Friday week after", () => {
    expect(workingDaysAfter(dateOf(2026, 4, 2), 5)).toBe("2026-04-13");
    expect(workingDaysAfter(dateOf(2026, 4, 4), 0)).toBe("2026-04-04");
    expect(workingDaysAfter(dateOf(2026, 12, 24), 1)).toBe("2026-12-29");
  });

  it("land on a working day and count back to the same number, whatever the start", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8000, max: 30_000 }),
        fc.integer({ min: 1, max: 40 }),
        (day, days) => {
          const from = dateOfDayNumber(day);
          const to = workingDaysAfter(from, days);
          expect(isWorkingDay(to)).toBe(true);
          expect(workingDaysBetween(from, to)).toBe(days);
          expect(dayNumberOf(to) - day).toBeGreaterThanOrEqual(days);
          expect(workingDaysBetween(to, from)).toBe(0);
          expect(workingDaysBetween(from, addDays(to, -1))).toBe(days - 1);
        },
      ),
    );
  });
});
