import {
  academicYearFrom,
  addDays,
  areTermDatesInOrder,
  compareTerms,
  dateOf,
  easterSundayOf,
  isWorkingDay,
  seasons,
  weekdayOf,
  type Season,
  type Term,
  type TermDates,
} from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";

const monday = 1;
const friday = 5;

const firstFrom = (weekday: number, date: IsoDate): IsoDate =>
  addDays(date, (weekday - weekdayOf(date) + 7) % 7);

const workingDayFrom = (date: IsoDate): IsoDate =>
  isWorkingDay(date) ? date : workingDayFrom(addDays(date, 1));

/** Spring ends on a Friday near Easter, as most authorities have it, and never far from the end of March. */
const springEnd = (year: number): IsoDate => {
  const wished = addDays(easterSundayOf(year), -9);
  const [first, last] = [dateOf(year, 3, 25), dateOf(year, 4, 3)];
  return firstFrom(friday, wished < first ? first : wished > last ? last : wished);
};

/** `2025-26` and no other way of writing it. */
export const isAcademicYear = (text: string): boolean =>
  /^20\d\d-\d\d$/.test(text) && academicYearFrom(Number(text.slice(0, 4))) === text;

/** Likely dates of an academic year's three terms, for an administrator to put right. */
export const proposeTerms = (academicYear: string): readonly TermDates[] => {
  const year = Number(academicYear.slice(0, 4));
  const dates: Readonly<Record<Season, readonly [IsoDate, IsoDate, IsoDate]>> = {
    autumn: [
      workingDayFrom(dateOf(year, 9, 2)),
      firstFrom(monday, dateOf(year, 10, 30)),
      firstFrom(friday, dateOf(year, 12, 16)),
    ],
    spring: [
      workingDayFrom(firstFrom(monday, dateOf(year + 1, 1, 3))),
      firstFrom(monday, dateOf(year + 1, 2, 19)),
      springEnd(year + 1),
    ],
    summer: [
      workingDayFrom(addDays(springEnd(year + 1), 17)),
      firstFrom(monday, dateOf(year + 1, 6, 1)),
      firstFrom(friday, dateOf(year + 1, 7, 17)),
    ],
  };
  return seasons.map((season) => {
    const [startsOn, halfOn, endsOn] = dates[season];
    return { academicYear, season, startsOn, halfOn, endsOn };
  });
};

export const termDateFields = ["startsOn", "halfOn", "endsOn"] as const;
export type TermDateField = (typeof termDateFields)[number];

export type TermFault = {
  readonly season: Season;
  readonly field: TermDateField;
  readonly fault:
    | { readonly kind: "outside-year" }
    | { readonly kind: "out-of-order" }
    | { readonly kind: "half-outside-term" }
    | { readonly kind: "overlaps"; readonly term: Term };
};

/** A term belongs to its academic year; some authorities open in the last days of August, a few in the middle. */
const outsideYear = (term: TermDates): TermDateField | undefined => {
  const year = Number(term.academicYear.slice(0, 4));
  const [first, last] = [dateOf(year, 8, 1), dateOf(year + 1, 8, 31)];
  return termDateFields.find((field) => term[field] < first || term[field] > last);
};

const ownFault = (term: TermDates): Omit<TermFault, "season"> | undefined => {
  const outside = outsideYear(term);
  if (outside !== undefined) return { field: outside, fault: { kind: "outside-year" } };
  if (term.endsOn <= term.startsOn) return { field: "endsOn", fault: { kind: "out-of-order" } };
  return areTermDatesInOrder(term)
    ? undefined
    : { field: "halfOn", fault: { kind: "half-outside-term" } };
};

/** A term begins after the one before it has ended; the field is that of the term that is being set. */
const overlapOf = (term: TermDates, other: TermDates): Omit<TermFault, "season"> | undefined => {
  const isEarlier = compareTerms(other, term) < 0;
  if (isEarlier && other.endsOn >= term.startsOn) {
    return { field: "startsOn", fault: { kind: "overlaps", term: other } };
  }
  return !isEarlier && other.startsOn <= term.endsOn
    ? { field: "endsOn", fault: { kind: "overlaps", term: other } }
    : undefined;
};

const isSameTerm = (one: Term, other: Term): boolean => compareTerms(one, other) === 0;

/** What is wrong with the terms of a year, beside each other and beside the partnership's other terms: one fault per term. */
export const faultsOfTerms = (
  terms: readonly TermDates[],
  others: readonly TermDates[],
): readonly TermFault[] =>
  terms.flatMap((term) => {
    const before = terms.filter((each) => compareTerms(each, term) < 0);
    const fault =
      ownFault(term) ??
      [...before, ...others.filter((each) => !terms.some((own) => isSameTerm(own, each)))]
        .map((other) => overlapOf(term, other))
        .find((found) => found !== undefined);
    return fault === undefined ? [] : [{ season: term.season, ...fault }];
  });
