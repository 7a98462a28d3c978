import type { IsoDate } from "../school/index.ts";
import { type Concern, type Escalation, isReplyLate, type Stage, stages } from "./state.ts";

export const letterStates = ["awaiting-reply", "late", "answered", "unanswered"] as const;
/** Where a letter stands: its reply is awaited, late or there; `unanswered` where the concern went on without one. */
export type LetterState = (typeof letterStates)[number];

/** A letter of a concern, by its stage. */
export type Letter = Escalation & { readonly state: LetterState };

const toPast = (escalation: Escalation): Letter => ({
  ...escalation,
  state: escalation.reply === null ? "unanswered" : "answered",
});

/** Every letter of a concern, the first stage first, and where each stands today (Product rules, §2: concern). */
export const lettersOf = (concern: Concern, today: IsoDate): readonly Letter[] => {
  if (concern.state === "resolved") return concern.escalations.map(toPast);
  if (concern.state !== "escalated") return [];
  const { current, past } = concern;
  const open = isReplyLate(concern, today) ? "late" : "awaiting-reply";
  const state = current.reply === null ? open : "answered";
  return [...past.map(toPast), { ...current, state }];
};

export const letterReaders = ["head", "chair"] as const;
/** The head of the school; the chair of its governors, or of its trust. */
export type LetterReader = (typeof letterReaders)[number];

/** Whom the letter of a stage goes to: the head after a first talk, the chair too from then on (Product rules, §2: concern). */
export const readersOf = (stage: Stage): readonly LetterReader[] =>
  stage === 1 ? ["head"] : letterReaders;

/** The stage that comes next if the concern is escalated; undefined where it cannot be: the stages are taken one after the other. */
export const nextStageOf = (concern: Concern): Stage | undefined => {
  if (concern.state === "handled") return stages[0];
  return concern.state === "escalated" ? stages.at(concern.current.stage) : undefined;
};
