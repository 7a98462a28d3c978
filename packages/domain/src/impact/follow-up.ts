import {
  compareTerms,
  defaultDatesOf,
  type Term,
  termAfter,
  termAmong,
  type TermDates,
  termOf,
} from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";

const termsLater = 2;

/**
 * The term in which a follow-up comes due, with its dates: two terms after the one in which the work ended
 * (Product rules, §3: impact). The partnership's own dates count where it has set them.
 */
export const followUpTerm = (endedOn: IsoDate, terms: readonly TermDates[]): TermDates => {
  const ended: Term = termAmong(endedOn, terms) ?? termOf(endedOn);
  const due = termAfter(ended, termsLater);
  return terms.find((term) => compareTerms(term, due) === 0) ?? defaultDatesOf(due);
};

/** Whether a follow-up has come due: its term has begun. */
export const isFollowUpDue = (
  endedOn: IsoDate,
  today: IsoDate,
  terms: readonly TermDates[],
): boolean => followUpTerm(endedOn, terms).startsOn <= today;
