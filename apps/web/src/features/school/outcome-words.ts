import type { ShownOutcome } from "./data.ts";
import { absenceWords } from "./words.ts";

type Year = ShownOutcome["years"][number];

/** A note on one year, or on several in a row that share it. */
export type YearNote = { readonly years: string; readonly text: string };

const figureWords = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

const withUnit = (value: number, unit: string): string => {
  const words = figureWords.format(value);
  if (unit === "") return words;
  return unit === "%" ? `${words}%` : `${words} ${unit}`;
};

const sameWithin = 0.05;

const besides = (value: number, other: number, name: string): string => {
  if (Math.abs(value - other) < sameWithin) return `the same as ${name}`;
  return `${value > other ? "above" : "below"} ${name}`;
};

const comparison = ({ school, england, area }: Year): string => {
  if (school === null || school.value === null) return "";
  if (england !== null && england.value !== null) {
    return `, ${besides(school.value, england.value, "England")}`;
  }
  return area === null || area.value === null
    ? ""
    : `, ${besides(school.value, area.value, "the area")}`;
};

/** The last published figure in a sentence, and how it stands to England's (or else the area's) of the same year. */
export const findingOf = (outcome: ShownOutcome, name: string): string => {
  const last = outcome.years.findLast(({ school }) => school !== null && school.value !== null);
  if (last?.school === undefined || last.school === null || last.school.value === null) {
    return `${outcome.label}: no figure is published for ${name}`;
  }
  const figure = withUnit(last.school.value, outcome.unit);
  return `${outcome.label}: ${figure} in ${last.year}${comparison(last)}`;
};

const textsOf = (year: Year): readonly string[] => {
  const { school } = year;
  if (school === null) return [];
  return [
    ...(school.absence === null ? [] : [`No figure: ${absenceWords[school.absence]}.`]),
    ...(school.fromUrn === null
      ? []
      : [`Published under URN ${school.fromUrn}, from which this school took over.`]),
    ...(school.value !== null && school.pupils !== null && school.pupils <= 10
      ? [`Of ${school.pupils === 1 ? "1 pupil" : `${school.pupils} pupils`} only.`]
      : []),
  ];
};

type Run = { readonly first: number; readonly last: number; readonly text: string };

const joined = (runs: readonly Run[], next: Run): readonly Run[] => {
  const run = runs.at(-1);
  return run !== undefined && run.text === next.text
    ? [...runs.slice(0, -1), { ...run, last: next.last }]
    : [...runs, next];
};

/** What the drawing cannot say: why a year has no figure, whose it was, and how few pupils it speaks of. */
export const notesOf = (outcome: ShownOutcome): readonly YearNote[] =>
  outcome.years
    .map((year): Run => ({ first: year.year, last: year.year, text: textsOf(year).join(" ") }))
    .reduce<readonly Run[]>(joined, [])
    .filter(({ text }) => text !== "")
    .map(({ first, last, text }) => ({
      years: first === last ? String(first) : `${first} to ${last}`,
      text,
    }));
