import type { IsoDate } from "../school/index.ts";
import { easterSundayOf } from "./easter.ts";
import { addDays, dateOf, weekdayOf } from "./iso-date.ts";

export type BankHoliday = { readonly date: IsoDate; readonly name: string };

/** Days that were moved or added by proclamation; a year that is missing had none. */
const movedEarlyMay: Readonly<Record<number, IsoDate>> = {
  1995: dateOf(1995, 5, 8),
  2020: dateOf(2020, 5, 8),
};
const movedSpring: Readonly<Record<number, IsoDate>> = {
  2002: dateOf(2002, 6, 4),
  2012: dateOf(2012, 6, 4),
  2022: dateOf(2022, 6, 2),
};
const proclaimed: readonly BankHoliday[] = [
  { date: dateOf(1981, 7, 29), name: "Royal wedding" },
  { date: dateOf(1999, 12, 31), name: "Millennium" },
  { date: dateOf(2002, 6, 3), name: "Golden Jubilee" },
  { date: dateOf(2011, 4, 29), name: "Royal wedding" },
  { date: dateOf(2012, 6, 5), name: "Diamond Jubilee" },
  { date: dateOf(2022, 6, 3), name: "Platinum Jubilee" },
  { date: dateOf(2022, 9, 19), name: "State funeral" },
  { date: dateOf(2023, 5, 8), name: "Coronation" },
];

const firstMondayFrom = (date: IsoDate): IsoDate => addDays(date, (8 - weekdayOf(date)) % 7);
const lastMondayUntil = (date: IsoDate): IsoDate => addDays(date, 1 - weekdayOf(date));
const orNextWeekday = (date: IsoDate): IsoDate =>
  weekdayOf(date) > 5 ? addDays(date, 8 - weekdayOf(date)) : date;

/** Christmas and Boxing Day keep their order when they fall on a weekend: the substitutes follow it. */
const christmasOf = (year: number): readonly BankHoliday[] => {
  const christmas = dateOf(year, 12, 25);
  const boxing = addDays(christmas, 1);
  const weekday = weekdayOf(christmas);
  return [
    { date: weekday > 5 ? dateOf(year, 12, 27) : christmas, name: "Christmas Day" },
    { date: weekday === 5 || weekday === 6 ? dateOf(year, 12, 28) : boxing, name: "Boxing Day" },
  ];
};

/**
 * Bank holidays of England, in order, from 1978 when early May became one.
 * Source: Banking and Financial Dealings Act 1971, schedule 1, and the proclamations under it.
 */
export const bankHolidaysOf = (year: number): readonly BankHoliday[] => {
  const easter = easterSundayOf(year);
  const fixed: readonly BankHoliday[] = [
    { date: orNextWeekday(dateOf(year, 1, 1)), name: "New Year’s Day" },
    { date: addDays(easter, -2), name: "Good Friday" },
    { date: addDays(easter, 1), name: "Easter Monday" },
    { date: movedEarlyMay[year] ?? firstMondayFrom(dateOf(year, 5, 1)), name: "Early May" },
    { date: movedSpring[year] ?? lastMondayUntil(dateOf(year, 5, 31)), name: "Spring" },
    { date: lastMondayUntil(dateOf(year, 8, 31)), name: "Summer" },
    ...christmasOf(year),
  ];
  return [...fixed, ...proclaimed.filter(({ date }) => date.startsWith(`${year}-`))].toSorted(
    (one, other) => one.date.localeCompare(other.date),
  );
};
