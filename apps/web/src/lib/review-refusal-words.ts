import type { Refusal } from "@alongside/domain/refusal";
import type { ReviewRefusal } from "@alongside/domain/review";
import type { SurveyRefusal } from "@alongside/domain/survey";
import { counted } from "../ui/counted.ts";
import { toDateWords } from "./words.ts";

type Kind = Exclude<ReviewRefusal["kind"] | SurveyRefusal["kind"], "wrong-state">;
type Of<One extends Kind> = Extract<Refusal, { readonly kind: One }>;

export const reviewsThatMovedOn: Readonly<Record<string, string>> = {
  open: "the review is still open",
  agreed: "the panel has agreed to the review: take it up again first",
};

export const surveysThatMovedOn: Readonly<Record<string, string>> = {
  draft: "the survey is still being written",
  open: "heads may answer the survey already",
  closed: "the survey is over",
};

/** Sentences of what reviews and surveys refuse. */
export const reviewSentences: { readonly [One in Kind]: (refusal: Of<One>) => string } = {
  "schools-left": ({ left }) =>
    `${counted(left, "school")} ${left === 1 ? "has" : "have"} no judgement this term. Judge ${left === 1 ? "it" : "them"}, or say that ${left === 1 ? "it is" : "they are"} left out.`,
  "panel-day-ahead": ({ on }) =>
    `${toDateWords(on)} is still ahead. Enter the day on which the panel met.`,
  "nothing-suggested": () => "Nothing was found at this school that suggests a need.",
  "term-to-come": ({ startsOn }) =>
    `The term begins on ${toDateWords(startsOn)}. Open its review then.`,
  "survey-dates-wrong": () => "The last day is before the first, or before today.",
  "survey-shut": () => "The survey cannot be answered today: it has not begun, or it is over.",
  "survey-answered": () => "Your answer was sent. Send it again to change it.",
  "answers-left": ({ left }) =>
    `${counted(left, "statement")} ${left === 1 ? "has" : "have"} no answer yet.`,
};
