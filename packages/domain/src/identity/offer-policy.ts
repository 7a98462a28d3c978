import { holds, type Actor } from "./actor.ts";
import type { AreaId } from "./identity.ts";
import {
  isHomeHead,
  mayPublishCapacity,
  mayReleaseLeader,
  type LeaderPlace,
} from "./leader-policy.ts";
import { maySubmitNeed, mayTriageNeed, needAudienceOf, type NeedPlace } from "./need-policy.ts";

/** The two ends of an offer: where the need belongs, and where its leader does. */
export type OfferPlace = { readonly need: NeedPlace; readonly leader: LeaderPlace };

/** The leader answers, or whoever may look after the leader's days (Product rules, §2: offer). */
export const mayAnswerOffer = (actor: Actor, { leader }: OfferPlace): boolean =>
  mayPublishCapacity(actor, leader);

/** The home school lets its leader go for this offer: its head, or whoever acts on its behalf (Product rules, §2: offer). */
export const mayReleaseForOffer = (actor: Actor, { leader }: OfferPlace): boolean =>
  mayReleaseLeader(actor, leader);

/** The supported school has the last word: its head, or whoever acts on its behalf (Product rules, §2: offer). */
export const mayConfirmOffer = (actor: Actor, { need }: OfferPlace): boolean =>
  maySubmitNeed(actor, need);

/** Offers are sent and taken back by those who triage the need (Product rules, §1: zone coordinator). */
export const mayBrokerOffer = (actor: Actor, { need }: OfferPlace): boolean =>
  mayTriageNeed(actor, need);

export type OfferView = "everything" | "named" | "anonymised" | "nothing";

/**
 * How much of the need the actor sees in an offer: its school and the partnership's staff everything; the leader's side no name before the
 * leader accepts, and nothing before it is sent; the head of the home school nothing until it is answered (Product rules, §3: graded disclosure).
 */
export const offerViewOf = (
  actor: Actor,
  place: OfferPlace,
  offer: { readonly isSent: boolean; readonly isAccepted: boolean; readonly wasAnswered: boolean },
): OfferView => {
  if (needAudienceOf(actor, place.need) !== "other") return "everything";
  const isLeaders = mayAnswerOffer(actor, place);
  const isHome = isHomeHead(actor, place.leader) && offer.wasAnswered;
  if (!offer.isSent || (!isLeaders && !isHome)) return "nothing";
  return offer.isAccepted ? "named" : "anonymised";
};

/** Whether a list of offers has anything to do with the actor. */
export const mayHaveOffers = (actor: Actor, areaId: AreaId): boolean =>
  holds(actor, areaId, [
    "head",
    "leader",
    "organisation-administrator",
    "zone-coordinator",
    "officer",
    "partnership-administrator",
  ]);
