import { instantOf, londonInstant, type Instant } from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";

/** When a visit begins where nobody says otherwise. */
export const usualStart = "09:30";

/** A time of the day from six in the morning to eight in the evening, `09:30`. */
export const isVisitTime = (time: string): boolean =>
  /^\d{2}:[0-5]\d$/.test(time) && time >= "06:00" && time <= "20:00";

const halfDay = 3.25 * 3_600_000;
const mostHalfDays = 2;

/** From when to when a visit takes a place in a calendar: three hours and a quarter for each half-day, two at most. */
export const timesOfVisit = (visit: {
  readonly date: IsoDate;
  readonly startsAt: string;
  readonly halfDays: number;
}): { readonly from: Instant; readonly to: Instant } => {
  const from = londonInstant(visit.date, visit.startsAt);
  const length = Math.min(visit.halfDays, mostHalfDays) * halfDay;
  return { from, to: instantOf(Date.parse(from) + length) };
};
