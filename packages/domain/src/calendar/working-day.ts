import type { IsoDate } from "../school/index.ts";
import { bankHolidaysOf } from "./bank-holiday.ts";
import { addDays, weekdayOf, yearOf } from "./iso-date.ts";

/** A working day is a weekday in England that is no bank holiday; school holidays do not stop a clock. */
export const isWorkingDay = (date: IsoDate): boolean =>
  weekdayOf(date) <= 5 &&
  !bankHolidaysOf(yearOf(date)).some((bankHoliday) => bankHoliday.date === date);

/**
 * The date so many working days after a date; the day itself is never counted, so 0 gives it back.
 * `days` is a whole number of 0 or more.
 */
export const workingDaysAfter = (date: IsoDate, days: number): IsoDate => {
  let day = date;
  let left = days;
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
};

/** How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. */
export const workingDaysBetween = (from: IsoDate, to: IsoDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day)) count += 1;
  }
  return count;
};
