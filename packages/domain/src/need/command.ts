import type { Instant } from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";
import type { DeploymentId } from "../deployment/deployment-id.ts";
import type { OfferId } from "../offer/offer-id.ts";
import type { Ask, AskRefusal, DraftAsk } from "./ask.ts";
import type { NeedId } from "./need-id.ts";
import type { Band, NeedOutcome, NeedState } from "./state.ts";

/** What may be done to a need, and when. Who did it, and for whom, is kept with the event. */
export type NeedCommand =
  | {
      readonly type: "revise";
      readonly at: Instant;
      readonly changes: Partial<Omit<Ask, "school">>;
    }
  | { readonly type: "submit"; readonly at: Instant }
  | { readonly type: "question"; readonly at: Instant; readonly text: string }
  | { readonly type: "answer"; readonly at: Instant; readonly text: string }
  | { readonly type: "open"; readonly at: Instant; readonly band: Band; readonly reason: string }
  | { readonly type: "band"; readonly at: Instant; readonly band: Band; readonly reason: string }
  | { readonly type: "offer"; readonly at: Instant; readonly offer: OfferId }
  | { readonly type: "lose-offer"; readonly at: Instant; readonly offer: OfferId }
  | { readonly type: "agree"; readonly at: Instant; readonly deployment: DeploymentId }
  | {
      readonly type: "hold";
      readonly at: Instant;
      readonly reason: string;
      readonly until: IsoDate;
    }
  | { readonly type: "resume"; readonly at: Instant }
  | {
      readonly type: "close";
      readonly at: Instant;
      readonly outcome: NeedOutcome;
      readonly note: string;
      /** The other need, when this one is a duplicate. */
      readonly duplicateOf?: NeedId;
    }
  | { readonly type: "reopen"; readonly at: Instant; readonly reason: string };
export type NeedCommandType = NeedCommand["type"];

export const needCommands = [
  "revise",
  "submit",
  "question",
  "answer",
  "open",
  "band",
  "offer",
  "lose-offer",
  "agree",
  "hold",
  "resume",
  "close",
  "reopen",
] as const satisfies readonly NeedCommandType[];

/** What happened to a need. */
export type NeedEvent =
  | { readonly type: "draft-revised"; readonly at: Instant; readonly ask: DraftAsk }
  | { readonly type: "ask-revised"; readonly at: Instant; readonly ask: Ask }
  | { readonly type: "submitted"; readonly at: Instant; readonly ask: Ask }
  | { readonly type: "questioned"; readonly at: Instant; readonly text: string }
  | { readonly type: "answered"; readonly at: Instant; readonly text: string }
  | { readonly type: "opened"; readonly at: Instant; readonly band: Band; readonly reason: string }
  | { readonly type: "banded"; readonly at: Instant; readonly band: Band; readonly reason: string }
  | { readonly type: "offered"; readonly at: Instant; readonly offer: OfferId }
  | { readonly type: "offer-lost"; readonly at: Instant; readonly offer: OfferId }
  | { readonly type: "agreed"; readonly at: Instant; readonly deployment: DeploymentId }
  | {
      readonly type: "held";
      readonly at: Instant;
      readonly reason: string;
      readonly until: IsoDate;
    }
  | { readonly type: "resumed"; readonly at: Instant }
  | {
      readonly type: "closed";
      readonly at: Instant;
      readonly outcome: NeedOutcome;
      readonly note: string;
      readonly duplicateOf: NeedId | null;
    }
  | { readonly type: "reopened"; readonly at: Instant; readonly reason: string };

export type NeedRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "need";
      readonly state: NeedState;
      readonly command: NeedCommandType;
    }
  | AskRefusal
  | { readonly kind: "words-needed"; readonly field: "text" | "reason" | "note" }
  | { readonly kind: "no-question-open" }
  | { readonly kind: "another-offer"; readonly out: OfferId | null; readonly given: OfferId }
  | { readonly kind: "hold-not-ahead"; readonly until: IsoDate; readonly today: IsoDate }
  | {
      readonly kind: "outcome-not-possible";
      readonly outcome: NeedOutcome;
      readonly possible: readonly NeedOutcome[];
    }
  | { readonly kind: "duplicate-of-what"; readonly need: NeedId };
