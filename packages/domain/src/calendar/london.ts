import { londonDate, type IsoDate } from "../school/index.ts";
import { type Instant, instantOf } from "./instant.ts";
import { addDays, dayNumberOf } from "./iso-date.ts";

/** The calendar date that a clock in London shows at an instant, wherever the machine stands. */
export const londonDateOf = (instant: Instant): IsoDate => londonDate(Date.parse(instant));

const hourLength = 3_600_000;

/** The first instant of a day in London. British clocks change at 01:00 UTC, so midnight is never in doubt. */
export const startOfLondonDay = (date: IsoDate): Instant => {
  const utcMidnight = dayNumberOf(date) * 86_400_000;
  const isSummerTime = londonDate(utcMidnight - hourLength) === date;
  return instantOf(isSummerTime ? utcMidnight - hourLength : utcMidnight);
};

/** The last millisecond of a day in London: what 'due on that day' means. */
export const endOfLondonDay = (date: IsoDate): Instant =>
  instantOf(Date.parse(startOfLondonDay(addDays(date, 1))) - 1);

const dayLength = 86_400_000;

/**
 * The instant at which a clock in London shows a time, `09:30`, on a day; for times from two in the morning on. The
 * midnight that follows has the same offset, also on the days on which the clocks change.
 */
export const londonInstant = (date: IsoDate, time: string): Instant => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const sinceMidnight = (hours * 60 + minutes) * 60_000;
  return instantOf(Date.parse(startOfLondonDay(addDays(date, 1))) - dayLength + sinceMidnight);
};
