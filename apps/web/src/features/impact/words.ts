import type { Side } from "@alongside/domain/deployment";
import {
  scaleWords,
  type AlertKind,
  type ObjectiveOutcome,
  type Sustained,
  type Track,
} from "@alongside/domain/impact";
import { figure } from "../../ui/index.ts";
import type { TagColour } from "../../ui/index.ts";

export const outcomeWords: Readonly<Record<ObjectiveOutcome, string>> = {
  met: "Met",
  "partly-met": "Better, not met yet",
  unmet: "No better yet",
  "not-read": "No reading yet",
};
export const outcomeColours: Readonly<Record<ObjectiveOutcome, TagColour>> = {
  met: "green",
  "partly-met": "amber",
  unmet: "red",
  "not-read": "grey",
};
export const trackWords: Readonly<Record<Track, string>> = {
  "on-track": "On track",
  "at-risk": "At risk",
  "off-track": "Off track",
};
export const trackColours: Readonly<Record<Track, TagColour>> = {
  "on-track": "green",
  "at-risk": "amber",
  "off-track": "red",
};
export const sustainedWords: Readonly<Record<Sustained, string>> = {
  kept: "Yes, it has lasted",
  partly: "In part",
  lost: "No, it is lost",
};
export const sideWords: Readonly<Record<Side, string>> = {
  "supported-school": "The supported school",
  leader: "The leader",
};
export const alertWords: Readonly<Record<AlertKind, string>> = {
  inspection: "The own school was inspected",
  "new-head": "The own school has a new head",
  concern: "There is an open concern about the own school",
  "designation-review": "The designation is due for review",
};

/** An answer of an evaluation: on the scale by what it means, or as it was said. */
export const toAnswerWords = (answer: string | number | undefined): string => {
  if (typeof answer === "number") return scaleWords[answer - 1] ?? String(answer);
  return answer === undefined || answer.trim() === "" ? "Nothing said" : answer;
};

const inUnit = (text: string, unit: string): string =>
  unit === "%" ? `${text}%` : `${text} (${unit})`;

/** `62%`, `2.5 (rubric 1–4)`: a value in its measure's unit. */
export const toValue = (value: number, unit: string): string => inUnit(figure(value), unit);

/** `from 50% to 51.8%`, `from 2.1 to 3.2 (rubric 1–4)`. */
export const toSpan = (from: number, to: number, unit: string): string =>
  unit === "%"
    ? `from ${toValue(from, unit)} to ${toValue(to, unit)}`
    : `from ${figure(from)} to ${toValue(to, unit)}`;

/** `+3.5`, `−2`. */
export const toSigned = (value: number): string => `${value > 0 ? "+" : ""}${figure(value)}`;

/** `£450.00`, from whole pence. */
export const toPounds = (pence: number): string =>
  `£${(pence / 100).toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
