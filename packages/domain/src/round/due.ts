import type { TermDates } from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";

/** By when a plan is wanted: the day on which its term begins, and once that is past the term's last day. */
export const planWantedBy = ({ startsOn, endsOn }: TermDates, today: IsoDate): IsoDate =>
  today <= startsOn ? startsOn : endsOn;
