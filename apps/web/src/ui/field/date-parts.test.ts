import { expect, test } from "vitest";
import { isEmptyDate, isoOfParts, isoOfText, noDate, partsOfIso } from "./date-parts.ts";

test.each([
  ["27", "3", "2027", "2027-03-27"],
  ["1", "September", "2026", "2026-09-01"],
  [" 1 ", "sep", "2026", "2026-09-01"],
  ["29", "2", "2028", "2028-02-29"],
  ["29", "2", "2027", undefined],
  ["31", "4", "2027", undefined],
  ["0", "4", "2027", undefined],
  ["1", "13", "2027", undefined],
  ["1", "4", "27", undefined],
  ["one", "4", "2027", undefined],
  ["", "", "", undefined],
])("day %j, month %j, year %j is %j", (day, month, year, iso) => {
  expect(isoOfParts({ day, month, year })).toBe(iso);
});

test.each([
  ["27 3 2027", "2027-03-27"],
  ["27/3/27", "2027-03-27"],
  ["27.03.2027", "2027-03-27"],
  ["27 March 2027", "2027-03-27"],
  ["2027-03-27", "2027-03-27"],
  ["March 2027", undefined],
  ["31 2 2027", undefined],
])("%j names %j", (text, iso) => {
  expect(isoOfText(text)).toBe(iso);
});

test("a date fills a form without leading noughts", () => {
  expect(partsOfIso("2027-03-07")).toEqual({ day: "7", month: "3", year: "2027" });
});

test("a date is empty only when nothing at all was typed", () => {
  expect(isEmptyDate(noDate)).toBe(true);
  expect(isEmptyDate({ ...noDate, year: "2027" })).toBe(false);
});
