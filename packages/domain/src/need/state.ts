import type { Instant } from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";
import type { DeploymentId } from "../deployment/deployment-id.ts";
import type { OfferId } from "../offer/offer-id.ts";
import type { Ask, DraftAsk } from "./ask.ts";
import type { NeedId } from "./need-id.ts";

/** 1 urgent, 2 high, 3 targeted, 4 universal. */
export const bands = [1, 2, 3, 4] as const;
export type Band = (typeof bands)[number];

export const needOutcomes = [
  "met",
  "partly-met",
  "unmet",
  "withdrawn",
  "duplicate",
  "escalated",
] as const;
export type NeedOutcome = (typeof needOutcomes)[number];

/** What the coordinator asked and has not yet been told. */
export type OpenQuestion = { readonly text: string; readonly askedAt: Instant };

type Submitted = {
  readonly id: NeedId;
  readonly ask: Ask;
  readonly submittedAt: Instant;
  readonly question: OpenQuestion | null;
};
type Triaged = Submitted & { readonly band: Band; readonly bandReason: string };

export type NeedDraft = {
  readonly state: "draft";
  readonly id: NeedId;
  readonly ask: DraftAsk;
};
export type NeedSubmitted = Submitted & { readonly state: "submitted" };
export type NeedOpen = Triaged & { readonly state: "open" };
export type NeedOffered = Triaged & { readonly state: "offered"; readonly offer: OfferId };
export type NeedAgreed = Triaged & { readonly state: "agreed"; readonly deployment: DeploymentId };
export type NeedOnHold = {
  readonly state: "on-hold";
  readonly id: NeedId;
  readonly reason: string;
  readonly until: IsoDate;
  /** Where it was, whole, so that it can go back. */
  readonly before: NeedSubmitted | NeedOpen | NeedOffered;
};
export type NeedClosed = {
  readonly state: "closed";
  readonly id: NeedId;
  readonly outcome: NeedOutcome;
  readonly note: string;
  readonly closedAt: Instant;
  /** Where reopening leads: open once it has a band, submitted before. */
  readonly reopensAs: NeedSubmitted | NeedOpen;
};

/** A support need of one school (Product rules, §2: need). */
export type Need =
  | NeedDraft
  | NeedSubmitted
  | NeedOpen
  | NeedOffered
  | NeedAgreed
  | NeedOnHold
  | NeedClosed;
export type NeedState = Need["state"];

/** Begins a private draft. */
export const draftNeed = (id: NeedId, ask: DraftAsk): NeedDraft => ({ state: "draft", id, ask });
