import type { IsoDate } from "../school/index.ts";
import { addDays, dateOf, monthOf, yearOf } from "./iso-date.ts";

export const seasons = ["autumn", "spring", "summer"] as const;
export type Season = (typeof seasons)[number];

/** The half of a term, first or second, in which support is wanted; `any` when it does not matter. */
export const windows = ["any", "early", "late"] as const;
export type Window = (typeof windows)[number];

/** A term by name. `academicYear` is written `2025-26`. */
export type Term = { readonly academicYear: string; readonly season: Season };

/** A term with its dates, both ends included. `halfOn` is the first day of the late half. */
export type TermDates = Term & {
  readonly startsOn: IsoDate;
  readonly halfOn: IsoDate;
  readonly endsOn: IsoDate;
};

/** The academic year that starts in September of a year: 2025 gives `2025-26`. */
export const academicYearFrom = (startYear: number): string =>
  `${startYear}-${String((startYear + 1) % 100).padStart(2, "0")}`;

/** `2025–26`, as people read it. */
export const toYearWords = (academicYear: string): string => academicYear.replace("-", "–");

const seasonWords = { autumn: "Autumn", spring: "Spring", summer: "Summer" } as const;

/** `Autumn term 2025–26`. */
export const toTermWords = ({ academicYear, season }: Term): string =>
  `${seasonWords[season]} term ${toYearWords(academicYear)}`;

const startYearOf = ({ academicYear }: Term): number => Number(academicYear.slice(0, 4));

/** The academic year of a date, from 1 September to 31 August (Education Act 1996, s. 579). */
export const academicYearOf = (date: IsoDate): string =>
  academicYearFrom(monthOf(date) >= 9 ? yearOf(date) : yearOf(date) - 1);

/** The term of a date where a partnership has set no dates: September, January and April begin one. */
export const termOf = (date: IsoDate): Term => {
  const month = monthOf(date);
  const season = month >= 9 ? "autumn" : month <= 3 ? "spring" : "summer";
  return { academicYear: academicYearOf(date), season };
};

/** The dates of a term where a partnership has set none; together they leave no day of a year out. */
export const defaultDatesOf = (term: Term): TermDates => {
  const year = startYearOf(term);
  const dates = {
    autumn: [dateOf(year, 9, 1), dateOf(year, 11, 1), dateOf(year, 12, 31)],
    spring: [dateOf(year + 1, 1, 1), dateOf(year + 1, 2, 16), dateOf(year + 1, 3, 31)],
    summer: [dateOf(year + 1, 4, 1), dateOf(year + 1, 6, 1), dateOf(year + 1, 8, 31)],
  } as const satisfies Record<Season, readonly [IsoDate, IsoDate, IsoDate]>;
  const [startsOn, halfOn, endsOn] = dates[term.season];
  return { ...term, startsOn, halfOn, endsOn };
};

/** The term so many terms later, or earlier when negative. */
export const termAfter = (term: Term, terms: number): Term => {
  const index = startYearOf(term) * 3 + seasons.indexOf(term.season) + terms;
  return {
    academicYear: academicYearFrom(Math.floor(index / 3)),
    season: seasons[((index % 3) + 3) % 3] ?? term.season,
  };
};

export const nextTerm = (term: Term): Term => termAfter(term, 1);

/** Orders terms by time, for `toSorted`. */
export const compareTerms = (one: Term, other: Term): number =>
  startYearOf(one) - startYearOf(other) ||
  seasons.indexOf(one.season) - seasons.indexOf(other.season);

/** The half of a term in which a date falls; holidays belong to the half before them. */
export const halfOf = (date: IsoDate, { halfOn }: TermDates): Exclude<Window, "any"> =>
  date < halfOn ? "early" : "late";

/** A term of one's own dates among those of a partnership: the last that has begun, holidays included. */
export const termAmong = (date: IsoDate, terms: readonly TermDates[]): TermDates | undefined =>
  terms.toSorted(compareTerms).findLast(({ startsOn }) => startsOn <= date);

/** Whether a partnership's term dates can stand: start before half, half no later than the end. */
export const areTermDatesInOrder = ({ startsOn, halfOn, endsOn }: TermDates): boolean =>
  addDays(startsOn, 1) <= halfOn && halfOn <= endsOn;
