import type { Instant, Window } from "../calendar/index.ts";
import type { Answerer, OfferState, OtherDays } from "./state.ts";

type Timed = { readonly at: Instant };

/** What may be done to an offer, and when. Who did it, and for whom, is kept with the event. */
export type OfferCommand = Timed &
  (
    | { readonly type: "revise"; readonly halfDays: number; readonly window: Window }
    | { readonly type: "send" }
    | { readonly type: "ask"; readonly text: string }
    | { readonly type: "answer"; readonly text: string }
    | ({ readonly type: "propose-days" } & OtherDays)
    | { readonly type: "take-days" }
    /** The coordinator keeps to the days that were offered, and says why. */
    | { readonly type: "keep-days"; readonly text: string }
    | { readonly type: "accept" }
    | { readonly type: "release" }
    | { readonly type: "confirm" }
    | {
        readonly type: "decline";
        readonly by: Answerer;
        readonly reason: string;
        readonly text: string;
      }
    | { readonly type: "expire" }
    | { readonly type: "withdraw"; readonly reason: string }
  );
export type OfferCommandType = OfferCommand["type"];

export const offerCommands = [
  "revise",
  "send",
  "ask",
  "answer",
  "propose-days",
  "take-days",
  "keep-days",
  "accept",
  "release",
  "confirm",
  "decline",
  "expire",
  "withdraw",
] as const satisfies readonly OfferCommandType[];

/** What happened to an offer. */
export type OfferEvent = Timed &
  (
    | { readonly type: "revised"; readonly halfDays: number; readonly window: Window }
    | { readonly type: "sent"; readonly due: Instant }
    | { readonly type: "asked"; readonly text: string }
    | { readonly type: "answered"; readonly text: string }
    | ({ readonly type: "days-proposed" } & OtherDays)
    | ({ readonly type: "days-taken" } & OtherDays)
    | { readonly type: "days-kept"; readonly text: string }
    | { readonly type: "accepted"; readonly due: Instant }
    | { readonly type: "released"; readonly due: Instant }
    | { readonly type: "confirmed" }
    | {
        readonly type: "declined";
        readonly by: Answerer;
        readonly reason: string;
        readonly text: string;
      }
    | { readonly type: "expired"; readonly awaited: Answerer }
    | { readonly type: "withdrawn"; readonly reason: string }
  );

export type OfferRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "offer";
      readonly state: OfferState;
      readonly command: OfferCommandType;
    }
  | { readonly kind: "too-late"; readonly due: Instant; readonly at: Instant }
  | { readonly kind: "not-yet-due"; readonly due: Instant; readonly at: Instant }
  | { readonly kind: "not-your-answer"; readonly awaited: Answerer; readonly by: Answerer }
  | { readonly kind: "not-half-days"; readonly given: number }
  | { readonly kind: "no-question-open" }
  | { readonly kind: "no-other-days" }
  | { readonly kind: "words-needed"; readonly field: "reason" | "text" };
