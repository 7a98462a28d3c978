import type { Instant, Term } from "../calendar/index.ts";
import type { CapacityLineId } from "../capacity/capacity-line-id.ts";
import type { PersonId, ZoneId } from "../identity/index.ts";
import type { NeedId } from "../need/need-id.ts";
import type { OfferId } from "../offer/offer-id.ts";
import type { FitWeights } from "../partnership/fit-weight.ts";
import type { IsoDate } from "../school/index.ts";
import type { RoundId } from "./round-id.ts";

/** What a round is about: the needs that ask for days, and the lines of capacity that may give them. No zones mean the whole area. */
export type RoundScope = {
  readonly zones: readonly ZoneId[];
  readonly term: Term;
  readonly needs: readonly NeedId[];
  readonly lines: readonly CapacityLineId[];
};

/** A leader and a need that a person has decided on, and why. */
export type HandMade = {
  readonly need: NeedId;
  readonly leader: PersonId;
  readonly reason: string;
};

/** What people decided before the engine looks for the rest. */
export type RoundChoices = {
  /** This leader or nobody; one for each need at most. */
  readonly pins: readonly HandMade[];
  readonly forbids: readonly HandMade[];
  /** Weights of this round alone; null while the partnership's own hold. */
  readonly weights: FitWeights | null;
};

/** One solution. The hash is of the frozen problem, so that the run can be replayed to the same bytes. */
export type RoundRun = {
  readonly number: number;
  readonly problemHash: string;
  readonly planHash: string;
  readonly solvedAt: Instant;
};

type Core = {
  readonly id: RoundId;
  readonly scope: RoundScope;
  readonly choices: RoundChoices;
  /** Every run ever made, in order; none is ever dropped. */
  readonly runs: readonly RoundRun[];
};
type Agreed = Core & { readonly agreedRun: number; readonly agreedAt: Instant };
type Published = Agreed & {
  readonly publishedAt: Instant;
  readonly offers: readonly OfferId[];
};

export type RoundDraft = Core & { readonly state: "draft" };
/** Given up before anything was sent, and why; it can be taken up again. */
export type RoundDropped = Core & {
  readonly state: "dropped";
  readonly droppedAt: Instant;
  readonly reason: string;
};
export type RoundSolved = Core & {
  readonly state: "solved";
  /** The run that the zone panel is asked about. */
  readonly proposedRun: number | null;
  /** The last day on which the panel may answer; absent while it is not asked, and where it was asked before it was given a day. */
  readonly answerBy?: IsoDate;
};
export type RoundAgreed = Agreed & { readonly state: "agreed" };
export type RoundPublished = Published & { readonly state: "published" };
export type RoundClosed = Published & { readonly state: "closed"; readonly closedAt: Instant };

/** One brokering round (Product rules, §2: round). */
export type Round =
  | RoundDraft
  | RoundSolved
  | RoundAgreed
  | RoundPublished
  | RoundClosed
  | RoundDropped;
export type RoundState = Round["state"];

export const noChoices: RoundChoices = { pins: [], forbids: [], weights: null };

export const draftRound = (id: RoundId, scope: RoundScope): RoundDraft => ({
  state: "draft",
  id,
  scope,
  choices: noChoices,
  runs: [],
});
