import { addDays, isWorkingDay, parseIsoDate } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";

/** Reads a date that this package itself wrote; anything else is a mistake here and stops everything. */
export const toDate = (text: string): IsoDate => {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`Not a date: ${text}`);
  return date;
};

/** The date itself if it is a working day, or the first one after it. */
export const workingDayFrom = (date: IsoDate): IsoDate =>
  isWorkingDay(date) ? date : workingDayFrom(addDays(date, 1));
