import type { CommonRefusal, Refusal } from "@alongside/domain/refusal";
import type { ImpactRefusal } from "@alongside/domain/impact";
import type { VisitRefusal } from "@alongside/domain/visit";
import { toDateWords } from "./words.ts";

type Kind = Exclude<
  (VisitRefusal | ImpactRefusal)["kind"],
  CommonRefusal["kind"] | "wrong-state" | "words-needed" | "not-half-days"
>;
type Of<One extends Kind> = Extract<Refusal, { readonly kind: One }>;

export const visitsThatMovedOn: Readonly<Record<string, string>> = {
  planned: "the visit has not been yet",
  done: "the record of this visit has not been written yet",
  noted: "the record waits for the head’s word",
  "agreed-accurate": "the head has agreed that the record is accurate",
  "marked-inaccurate": "the head has said what is wrong with the record",
  amended: "the record was put right",
  cancelled: "the visit was cancelled",
};

const toDayWords = (halfDays: number): string => {
  const days = halfDays / 2;
  return days === 1 ? "1 day" : `${days} days`;
};

const workWords = {
  drafting: "its agreement is still being written",
  "awaiting-signatures": "its agreement is out for signature",
  active: "it goes on",
  paused: "it is paused",
  completing: "it is complete and being evaluated",
  evaluated: "it has been evaluated",
  closed: "it is closed",
  "ended-early": "it ended early",
} as const satisfies Readonly<Record<Of<"work-not-running">["state"], string>>;

const storyWords = {
  draft: "it is still a draft",
  asked: "it waits for both sides to agree",
  agreed: "both sides have agreed to it",
  withdrawn: "it was withdrawn",
} as const satisfies Readonly<Record<Of<"case-study-state">["state"], string>>;

/** Sentences of what visits and impact refuse. */
export const visitSentences: { readonly [One in Kind]: (refusal: Of<One>) => string } = {
  "work-not-running": ({ state }) =>
    `Visits belong to work that is under way; of this one ${workWords[state]}.`,
  "visit-not-recorded": ({ date }) =>
    `The visit of ${toDateWords(date)} has no record yet. Record or cancel it first: its days count with it.`,
  "beyond-agreed-days": ({ wanted, left }) =>
    `That needs ${toDayWords(wanted)}, and ${left === 0 ? "none" : toDayWords(left)} of the agreed days ${left === 2 ? "is" : "are"} left. Change the agreement first if more are needed.`,
  "outside-agreed-dates": ({ from, to }) =>
    `The agreement runs from ${toDateWords(from)} to ${toDateWords(to)}: choose a day between.`,
  "not-yet-happened": ({ date }) =>
    `The visit is on ${toDateWords(date)}. Record it on that day or after.`,
  "not-a-number": () => "Enter a number.",
  "reading-before-baseline": ({ baseline }) =>
    `The baseline is of ${toDateWords(baseline)}: choose that day or a later one.`,
  "reading-ahead": () => "Choose today or an earlier day.",
  "reading-repeated": ({ date, source }) =>
    `There is a reading of ${toDateWords(date)} from ${source} already. Take that one back first if it is wrong.`,
  "not-to-be-read": ({ state }) => `Nothing can be added to this work now: ${workWords[state]}.`,
  "reading-taken-back": () => "That reading was taken back already.",
  "follow-up-not-due": ({ dueOn }) => `The follow-up is due from ${toDateWords(dueOn)}.`,
  "follow-up-answered": ({ at }) => `The follow-up was answered on ${toDateWords(at)}.`,
  "case-study-state": ({ state }) =>
    `That cannot be done with the case study: ${storyWords[state]}.`,
  "work-not-over": ({ state }) =>
    `A case study is told once the work is over: ${workWords[state]}.`,
};
