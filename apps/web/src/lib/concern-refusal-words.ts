import type { ConcernRefusal } from "@alongside/domain/concern";
import type { Refusal } from "@alongside/domain/refusal";
import { toDateWords } from "./words.ts";

type Kind = Exclude<ConcernRefusal["kind"], "wrong-state" | "words-needed">;
type Of<One extends Kind> = Extract<Refusal, { readonly kind: One }>;

export const concernsThatMovedOn: Readonly<Record<string, string>> = {
  raised: "nobody has taken the concern up yet",
  handled: "the concern was taken up",
  escalated: "a letter is out about the concern",
  resolved: "the concern is resolved",
};

/** Sentences of what concerns refuse. */
export const concernSentences: { readonly [One in Kind]: (refusal: Of<One>) => string } = {
  "stage-out-of-order": ({ next }) =>
    `The stages are taken one after the other: stage ${next} comes next.`,
  "no-further-stage": () => "There is no stage after the fourth.",
  "reply-by-not-ahead": () => "Choose a day after today for the reply.",
  "already-replied": ({ at }) => `The reply to this letter came on ${toDateWords(at)}.`,
};
