import type { IsoDate } from "../school/index.ts";

const dayLength = 86_400_000;

/** Days since 1 January 1970; the same in every time zone. */
export const dayNumberOf = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / dayLength;

/** The date of a day number. Guarantee: the first ten characters of an ISO time are a calendar date. */
export const dateOfDayNumber = (day: number): IsoDate =>
  new Date(day * dayLength).toISOString().slice(0, 10) as IsoDate;

/** Reads `yyyy-mm-dd`; `undefined` when the text is no date of the calendar. */
export const parseIsoDate = (text: string): IsoDate | undefined => {
  const day = Date.parse(`${text}T00:00:00Z`) / dayLength;
  return !Number.isNaN(day) && dateOfDayNumber(day) === text ? dateOfDayNumber(day) : undefined;
};

/** The date of a year, month (1–12) and day of the month; a day past the month's end runs into the next. */
export const dateOf = (year: number, month: number, day: number): IsoDate =>
  dateOfDayNumber(Date.UTC(year, month - 1, day) / dayLength);

export const addDays = (date: IsoDate, days: number): IsoDate =>
  dateOfDayNumber(dayNumberOf(date) + days);

/** Whole days from one date to another; negative when `to` lies before. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  dayNumberOf(to) - dayNumberOf(from);

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));

/** The same day so many years on; 29 February becomes 28 February where the year has none. */
export const addYears = (date: IsoDate, years: number): IsoDate => {
  const moved = dateOf(yearOf(date) + years, monthOf(date), Number(date.slice(8, 10)));
  return monthOf(moved) === monthOf(date) ? moved : addDays(moved, -1);
};

/** Day of the week, 1 Monday … 7 Sunday, as ISO 8601 counts. 1 January 1970 was a Thursday. */
export const weekdayOf = (date: IsoDate): number => ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1;
