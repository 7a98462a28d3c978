import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  areTermDatesInOrder,
  easterSundayOf,
  weekdayOf,
} from "@alongside/domain/calendar";
import { toDate } from "../calendar.ts";
import { isSchoolDay, termFromNow, termsAround } from "./term.ts";

const someDay = fc
  .integer({ min: 0, max: 3650 })
  .map((days) => addDays(toDate("2025-09-01"), days));

test("terms follow one another, each with its half, and leave the holidays out", () => {
  fc.assert(
    fc.property(someDay, (today) => {
      const terms = termsAround(today);
      expect(terms).toHaveLength(9);
      for (const [index, term] of terms.entries()) {
        expect(areTermDatesInOrder(term)).toBe(true);
        const next = terms[index + 1];
        if (next) expect(addDays(term.endsOn, 14) <= next.startsOn).toBe(true);
        expect(weekdayOf(term.endsOn)).toBe(5);
      }
    }),
    { numRuns: 40 },
  );
});

test("the term that has begun last is the present one, in the holidays too", () => {
  expect(termFromNow(toDate("2026-11-22"), 0).id).toBe("term-2026-27-autumn");
  expect(termFromNow(toDate("2026-08-20"), 0).id).toBe("term-2025-26-summer");
  expect(termFromNow(toDate("2026-08-20"), -3).id).toBe("term-2024-25-summer");
  expect(termFromNow(toDate("2026-08-20"), 1).id).toBe("term-2026-27-autumn");
});

test("nobody goes to school at half-term, at Easter or on a bank holiday", () => {
  const [autumn, , summer] = termsAround(toDate("2026-11-22")).slice(3);
  if (autumn === undefined || summer === undefined) throw new Error("no terms");
  expect(isSchoolDay(addDays(autumn.halfOn, -3), autumn)).toBe(false);
  expect(isSchoolDay(autumn.halfOn, autumn)).toBe(true);
  expect(isSchoolDay(addDays(easterSundayOf(2027), 1), summer)).toBe(false);
  expect(isSchoolDay(toDate("2027-05-03"), summer)).toBe(false);
  expect(isSchoolDay(toDate("2027-05-04"), summer)).toBe(true);
});
