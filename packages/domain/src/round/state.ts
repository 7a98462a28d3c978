import type { Instant, Term } from "../calendar/index.ts";
import type { ZoneId } from "../identity/index.ts";
import type { NeedId } from "../need/need-id.ts";
import type { OfferId } from "../offer/offer-id.ts";
import type { RoundId } from "./round-id.ts";

/** What a round is about. */
export type RoundScope = {
  readonly zones: readonly ZoneId[];
  readonly term: Term;
  readonly needs: readonly NeedId[];
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
  /** Every run ever made, in order; none is ever dropped. */
  readonly runs: readonly RoundRun[];
};
type Agreed = Core & { readonly agreedRun: number; readonly agreedAt: Instant };
type Published = Agreed & {
  readonly publishedAt: Instant;
  readonly offers: readonly OfferId[];
};

export type RoundDraft = Core & { readonly state: "draft" };
export type RoundSolved = Core & {
  readonly state: "solved";
  /** The run that the zone panel is asked about. */
  readonly proposedRun: number | null;
};
export type RoundAgreed = Agreed & { readonly state: "agreed" };
export type RoundPublished = Published & { readonly state: "published" };
export type RoundClosed = Published & { readonly state: "closed"; readonly closedAt: Instant };

/** One brokering round (Product rules, §2: round). */
export type Round = RoundDraft | RoundSolved | RoundAgreed | RoundPublished | RoundClosed;
export type RoundState = Round["state"];

export const draftRound = (id: RoundId, scope: RoundScope): RoundDraft => ({
  state: "draft",
  id,
  scope,
  runs: [],
});
