import type { Instant, Window } from "../calendar/index.ts";
import type { CapacityLineId } from "../capacity/capacity-line-id.ts";
import type { PersonId } from "../identity/index.ts";
import type { NeedId } from "../need/need-id.ts";
import type { OfferId } from "./offer-id.ts";

/** Days that a leader could give instead of those offered. */
export type OtherDays = {
  readonly halfDays: number;
  /** The half of the term in which they would be. */
  readonly window: Window;
  /** Which days, in the leader's words: `Tuesdays from 20 April`; empty when it does not matter. */
  readonly dates: string;
};

export const answerers = ["leader", "home-school", "supported-school"] as const;
/** Whose answer an offer awaits, one after the other. */
export type Answerer = (typeof answerers)[number];

type Core = {
  readonly id: OfferId;
  readonly need: NeedId;
  readonly line: CapacityLineId;
  readonly leader: PersonId;
  readonly halfDays: number;
  readonly window: Window;
  readonly urgent: boolean;
  /** Which days, in words, once the leader's proposal was taken. */
  readonly dates?: string | undefined;
};
type Sent = Core & {
  readonly sentAt: Instant;
  /** The last instant at which the awaited answer counts. The hold on days ends with it. */
  readonly due: Instant;
};

export type OfferProposed = Core & { readonly state: "proposed" };
export type OfferSent = Sent & {
  readonly state: "sent";
  readonly question: string | null;
  /** What the leader could give instead, until the coordinator takes it or keeps to the offer. */
  readonly otherDays: OtherDays | null;
};
export type OfferAccepted = Sent & { readonly state: "accepted"; readonly acceptedAt: Instant };
export type OfferReleased = Sent & {
  readonly state: "released";
  readonly acceptedAt: Instant;
  readonly releasedAt: Instant;
};
export type OfferConfirmed = Core & {
  readonly state: "confirmed";
  readonly sentAt: Instant;
  readonly acceptedAt: Instant;
  readonly releasedAt: Instant;
  readonly confirmedAt: Instant;
};
export type OfferDeclined = Core & {
  readonly state: "declined";
  readonly by: Answerer;
  readonly reason: string;
  readonly text: string;
  readonly declinedAt: Instant;
};
export type OfferExpired = Core & {
  readonly state: "expired";
  /** Who did not answer in time. */
  readonly awaited: Answerer;
  readonly expiredAt: Instant;
};
export type OfferWithdrawn = Core & {
  readonly state: "withdrawn";
  readonly reason: string;
  readonly withdrawnAt: Instant;
};

/** One leader's days offered for one need (Product rules, §2: offer). */
export type Offer =
  | OfferProposed
  | OfferSent
  | OfferAccepted
  | OfferReleased
  | OfferConfirmed
  | OfferDeclined
  | OfferExpired
  | OfferWithdrawn;
export type OfferState = Offer["state"];

/** Begins an offer that nobody outside has seen. */
export const proposeOffer = (core: Core): OfferProposed => ({ state: "proposed", ...core });

/** The leader answers first, then the home school, then the supported school (Product rules, §2: offer). */
export const awaitedOf = (offer: Offer): Answerer | null => {
  if (offer.state === "sent") return "leader";
  if (offer.state === "accepted") return "home-school";
  return offer.state === "released" ? "supported-school" : null;
};

/** Whether the coordinator owes the leader an answer before the leader can decide. The clock runs on (Product rules, §2: offer). */
export const awaitsCoordinator = (offer: Offer): boolean =>
  offer.state === "sent" && (offer.question !== null || offer.otherDays !== null);

/** Whether days are held for the offer: from sending to its end or its agreement (Product rules, §2: day ledger). */
export const holdsDays = ({ state }: Offer): boolean =>
  state === "sent" || state === "accepted" || state === "released" || state === "confirmed";
