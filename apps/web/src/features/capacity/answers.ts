import { parseIsoDate } from "@alongside/domain/calendar";
import { phases } from "@alongside/domain/school";
import { toDateWords } from "../../lib/words.ts";
import { isoOfText, type FieldErrors } from "../../ui/index.ts";
import type { Editor, Offering } from "./data.ts";
import { halfDaysOf } from "./words.ts";

export type Level = "1" | "2" | "3";
export type AreaAnswer = {
  readonly area: string;
  readonly level: Level;
  readonly evidence: string;
};
export type BlackoutAnswer = { readonly from: string; readonly to: string };

/** The form as it is typed. */
export type Answers = {
  readonly answer: "yes" | "maybe" | "not-now" | "";
  readonly reason: string;
  readonly days: string;
  readonly early: string;
  readonly late: string;
  readonly areas: readonly AreaAnswer[];
  readonly zones: readonly string[];
  readonly weekdays: readonly string[];
  readonly blackouts: readonly BlackoutAnswer[];
  readonly phases: readonly string[];
  readonly modes: readonly string[];
  readonly km: string;
  readonly schools: string;
};

const asTyped = (halfDays: number): string => (halfDays === 0 ? "" : String(halfDays / 2));

const levelOf = (level: number): Level => (level === 1 ? "1" : level === 2 ? "2" : "3");

export const emptyArea: AreaAnswer = { area: "", level: "2", evidence: "" };

/** The answers that the form starts from. A half that may take all of the term is left blank. */
export const answersFrom = (
  { offering, answer, line }: Editor,
  zones: readonly string[],
): Answers => ({
  answer: line === null && answer !== "not-now" ? "" : (answer ?? ""),
  reason: "",
  days: asTyped(offering.halfDays),
  early: offering.earlyHalfDays >= offering.halfDays ? "" : String(offering.earlyHalfDays / 2),
  late: offering.lateHalfDays >= offering.halfDays ? "" : String(offering.lateHalfDays / 2),
  areas:
    offering.areas.length === 0
      ? [emptyArea]
      : offering.areas.map(({ area, level, evidence }) => ({
          area,
          level: levelOf(level),
          evidence,
        })),
  zones: offering.zones.length === 0 ? zones : offering.zones,
  weekdays: offering.weekdays.map(String),
  blackouts: offering.blackouts.map(({ from, to }) => ({
    from: toDateWords(from),
    to: toDateWords(to),
  })),
  phases: offering.phases,
  modes: offering.modes,
  km: String(offering.mostKm),
  schools: String(offering.mostSchools),
});

const isWhole = (text: string, most: number): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;

const isBlank = (text: string): boolean => text.trim() === "";

const faultOfHalf = (text: string, days: number): string | undefined => {
  if (isBlank(text)) return undefined;
  const halfDays = halfDaysOf(text);
  if (halfDays === undefined) return "Enter a number of days, or leave it blank";
  return halfDays > days ? "Enter no more than the days of the whole term" : undefined;
};

const faultOfBlackouts = (blackouts: readonly BlackoutAnswer[]): string | undefined => {
  const isWrong = blackouts.some(({ from, to }) => {
    if (isBlank(from) && isBlank(to)) return false;
    const [first, last] = [isoOfText(from), isBlank(to) ? isoOfText(from) : isoOfText(to)];
    return first === undefined || last === undefined || last < first;
  });
  return isWrong ? "Enter a first and a last day, such as 9 3 2027 and 13 3 2027" : undefined;
};

const faultOfAreas = (areas: readonly AreaAnswer[]): string | undefined => {
  const chosen = areas.filter(({ area }) => area !== "").map(({ area }) => area);
  if (chosen.length === 0) return "Add one area or more";
  return new Set(chosen).size < chosen.length ? "Name each area once" : undefined;
};

const needed = (values: readonly string[], words: string): string | undefined =>
  values.length === 0 ? words : undefined;

/** What can be told wrong before anything is sent. */
export const faultsOf = (values: Answers, editor: Editor): FieldErrors => {
  if (values.answer === "") return { answer: "Choose yes, maybe or not now" };
  if (values.answer === "not-now") {
    const isTakenBack = editor.line !== null && editor.line.state !== "lapsed";
    return {
      reason: isTakenBack && isBlank(values.reason) ? "Say why, in a few words" : undefined,
    };
  }
  const days = halfDaysOf(values.days) ?? 0;
  return {
    days: days === 0 ? "Enter a number of days, in whole or half days" : undefined,
    early: faultOfHalf(values.early, days),
    late: faultOfHalf(values.late, days),
    areas: faultOfAreas(values.areas),
    zones: needed(values.zones, "Choose one zone or more"),
    modes: needed(values.modes, "Choose one way of working or more"),
    phases: needed(values.phases, "Choose one phase or more"),
    weekdays: needed(values.weekdays, "Choose one day of the week or more"),
    blackouts: faultOfBlackouts(values.blackouts),
    km: isWhole(values.km, 200) ? undefined : "Enter a whole number from 1 to 200",
    schools: isWhole(values.schools, 10) ? undefined : "Enter a whole number from 1 to 10",
  };
};

const toBlackout = ({ from, to }: BlackoutAnswer): Offering["blackouts"] => {
  const first = parseIsoDate(isoOfText(from) ?? "");
  const last = isBlank(to) ? first : parseIsoDate(isoOfText(to) ?? "");
  return first === undefined || last === undefined ? [] : [{ from: first, to: last }];
};

const levels = { "1": 1, "2": 2, "3": 3 } as const;

/** The answers as the server takes them; a half that was left blank may take all of the term. */
export const offeringOf = (values: Answers): Offering => {
  const halfDays = halfDaysOf(values.days) ?? 0;
  return {
    halfDays,
    earlyHalfDays: isBlank(values.early) ? halfDays : (halfDaysOf(values.early) ?? 0),
    lateHalfDays: isBlank(values.late) ? halfDays : (halfDaysOf(values.late) ?? 0),
    weekdays: values.weekdays.map(Number),
    blackouts: values.blackouts.flatMap(toBlackout),
    areas: values.areas
      .filter(({ area }) => area !== "")
      .map(({ area, level, evidence }) => ({ area, level: levels[level], evidence })),
    phases: phases.filter((phase) => values.phases.includes(phase)),
    modes: [...values.modes],
    zones: [...values.zones],
    mostKm: Number(values.km),
    mostSchools: Number(values.schools),
  };
};
