import type { ConcernState, LetterReader, LetterState, Stage } from "@alongside/domain/concern";
import type { TagColour } from "../../ui/index.ts";
import type { ConcernPage } from "./data.ts";

export const stateWords: Readonly<Record<ConcernState, string>> = {
  raised: "Raised",
  handled: "Taken up",
  escalated: "Escalated",
  resolved: "Resolved",
};

export const stateColours: Readonly<Record<ConcernState, TagColour>> = {
  raised: "amber",
  handled: "plum",
  escalated: "red",
  resolved: "green",
};

export const letterWords: Readonly<Record<LetterState, string>> = {
  "awaiting-reply": "Reply awaited",
  late: "Reply late",
  answered: "Answered",
  unanswered: "Went unanswered",
};

export const letterColours: Readonly<Record<LetterState, TagColour>> = {
  "awaiting-reply": "plum",
  late: "red",
  answered: "green",
  unanswered: "grey",
};

export const stageWords: Readonly<Record<Stage, string>> = {
  1: "Professional conversation and letter",
  2: "Action plan and monitored visits",
  3: "Formal letter",
  4: "Warning notice or referral",
};

export const stageHints: Readonly<Record<Stage, string>> = {
  1: "To the head, after you have talked.",
  2: "To the head and the chair of governors.",
  3: "Academy: to the trust, copied to the Department’s region. Maintained school: pre-warning, to the governing board.",
  4: "Academy: referral to the Department’s region. Maintained school: warning notice by the authority.",
};

export const readerWords: Readonly<Record<LetterReader, string>> = {
  head: "Head",
  chair: "Chair",
};

type Delivery = ConcernPage["letters"][number]["mails"][number]["state"];

export const deliveryWords: Readonly<Record<Delivery, string>> = {
  waiting: "On its way",
  trying: "Not taken yet, tried again",
  failed: "Given up",
  sent: "Sent",
  delivered: "Delivered",
  undelivered: "Not delivered",
  kept: "On its way",
  unwanted: "Not sent",
};

export const deliveryColours: Readonly<Record<Delivery, TagColour>> = {
  waiting: "plum",
  trying: "amber",
  failed: "red",
  sent: "teal",
  delivered: "green",
  undelivered: "red",
  kept: "plum",
  unwanted: "grey",
};

const asks: Readonly<Record<Stage, string>> = {
  1: "We talked about it, and I write to set down what we agreed.",
  2: "I ask you for an action plan, and for visits on which we look at it together.",
  3: "This is a formal letter. What was agreed so far has not been enough.",
  4: "This letter gives notice of the next step, which is set out below.",
};

/** A beginning for the letter of a stage, to be written on by whoever sends it. */
export const letterBeginning = (stage: Stage, school: string): string =>
  `Dear head of ${school},\n\n${asks[stage]}\n\n\n\nPlease reply by the day named with this letter.\n\nYours sincerely`;

const momentWords: Readonly<Record<string, string>> = {
  "concern-raised": "Raised",
  "concern-handled": "Taken up",
  "concern-escalated": "Letter sent",
  "concern-letter-sent-again": "Letter sent again",
  "concern-replied": "Reply received",
  "concern-resolved": "Resolved",
};

export const toMomentTitle = (kind: string, stage: number | null): string =>
  `${momentWords[kind] ?? "Changed"}${stage === null ? "" : `, stage ${stage}`}`;
