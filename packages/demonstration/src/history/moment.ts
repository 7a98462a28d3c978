import {
  addDays,
  dayNumberOf,
  instantOf,
  isWorkingDay,
  type Instant,
} from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";

/** So many minutes after midnight, universal time, of a date. */
export const momentOn = (date: IsoDate, minutes: number): Instant =>
  instantOf(dayNumberOf(date) * 86_400_000 + minutes * 60_000);

/** The date itself if it is a working day, or the last one before it. */
export const workingDayUntil = (date: IsoDate): IsoDate =>
  isWorkingDay(date) ? date : workingDayUntil(addDays(date, -1));

export const earlierOf = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);
