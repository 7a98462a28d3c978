import {
  academicYearFrom,
  academicYearOf,
  addDays,
  dateOf,
  easterSundayOf,
  isWorkingDay,
  seasons,
  termAfter,
  termAmong,
  weekdayOf,
  type TermDates,
} from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import { workingDayFrom } from "../calendar.ts";

/** A term of the demonstration with the id that records point to. */
export type DemonstrationTerm = TermDates & { readonly id: string };

const monday = 1;
const friday = 5;

/** The first such weekday on or after a date. */
const firstFrom = (weekday: number, date: IsoDate): IsoDate =>
  addDays(date, (weekday - weekdayOf(date) + 7) % 7);

/** Spring ends on a Friday near Easter, so that the holiday takes in Good Friday and Easter Monday where it can. */
const springEnd = (year: number): IsoDate => {
  const wished = addDays(easterSundayOf(year), -9);
  const [first, last] = [dateOf(year, 3, 25), dateOf(year, 4, 3)];
  return firstFrom(friday, wished < first ? first : wished > last ? last : wished);
};

const datesOf = (year: number): readonly (readonly [IsoDate, IsoDate, IsoDate])[] => [
  [
    workingDayFrom(dateOf(year, 9, 2)),
    firstFrom(monday, dateOf(year, 10, 30)),
    firstFrom(friday, dateOf(year, 12, 16)),
  ],
  [
    workingDayFrom(firstFrom(monday, dateOf(year + 1, 1, 3))),
    firstFrom(monday, dateOf(year + 1, 2, 19)),
    springEnd(year + 1),
  ],
  [
    workingDayFrom(addDays(springEnd(year + 1), 17)),
    firstFrom(monday, dateOf(year + 1, 6, 1)),
    firstFrom(friday, dateOf(year + 1, 7, 17)),
  ],
];

const madeYears = new Map<number, readonly DemonstrationTerm[]>();

const makeYear = (year: number): readonly DemonstrationTerm[] =>
  datesOf(year).flatMap(([startsOn, halfOn, endsOn], index) => {
    const season = seasons[index];
    if (season === undefined) return [];
    const academicYear = academicYearFrom(year);
    return { id: `term-${academicYear}-${season}`, academicYear, season, startsOn, halfOn, endsOn };
  });

/** Terms are asked for thousands of times in one story: each year is made once. */
const yearOfTerms = (year: number): readonly DemonstrationTerm[] => {
  const made = madeYears.get(year) ?? makeYear(year);
  madeYears.set(year, made);
  return made;
};

const startYearOf = (date: IsoDate): number => Number(academicYearOf(date).slice(0, 4));

/** The terms of last, this and next academic year. */
export const termsAround = (today: IsoDate): readonly DemonstrationTerm[] => {
  const year = startYearOf(today);
  return [year - 1, year, year + 1].flatMap(yearOfTerms);
};

const sameTerm =
  (wanted: Pick<TermDates, "academicYear" | "season">) =>
  (term: TermDates): boolean =>
    term.academicYear === wanted.academicYear && term.season === wanted.season;

/** The term so many terms from the one that has begun last: 0 is now, −2 where the history starts. */
export const termFromNow = (today: IsoDate, offset: number): DemonstrationTerm => {
  const terms = [...yearOfTerms(startYearOf(today) - 2), ...termsAround(today)];
  const now = termAmong(today, terms);
  const found = now && terms.find(sameTerm(termAfter(now, offset)));
  if (found === undefined) throw new Error(`No term ${offset} from ${today}`);
  return found;
};

/** A working day in term, half-term week left out. */
export const isSchoolDay = (date: IsoDate, term: TermDates): boolean =>
  isWorkingDay(date) &&
  date >= term.startsOn &&
  date <= term.endsOn &&
  (date < addDays(term.halfOn, -7) || date >= term.halfOn);
