import type { Signatory } from "../deployment/agreement.ts";
import { grantsOf, holds, type Actor } from "./actor.ts";
import type { AreaId } from "./identity.ts";
import { isHomeHead, isLeaderSelf } from "./leader-policy.ts";
import { needAudienceOf } from "./need-policy.ts";
import {
  mayAnswerOffer,
  mayBrokerOffer,
  mayConfirmOffer,
  mayHaveOffers,
  type OfferPlace,
} from "./offer-policy.ts";
import { mayActOnBehalf } from "./people-policy.ts";

/** Both ends of a deployment are those of its offer. */
export type DeploymentPlace = OfferPlace;

/** A deployment is seen by the school, the partnership's staff, the leader's side and the head of the home school. */
export const maySeeDeployment = (actor: Actor, place: DeploymentPlace): boolean =>
  needAudienceOf(actor, place.need) !== "other" ||
  mayAnswerOffer(actor, place) ||
  isHomeHead(actor, place.leader);

/** The coordinator, the supported school's head and the leader write the agreement together; the home school signs what they wrote. */
export const mayWriteAgreement = (actor: Actor, place: DeploymentPlace): boolean =>
  mayBrokerOffer(actor, place) || mayConfirmOffer(actor, place) || mayAnswerOffer(actor, place);

/** Issue, amend, pause, complete and end: whoever brokers the need (Product rules, §1: zone coordinator). */
export const mayRunDeployment = (actor: Actor, place: DeploymentPlace): boolean =>
  mayBrokerOffer(actor, place);

const isSupportedHead = (actor: Actor, { need }: DeploymentPlace): boolean =>
  grantsOf(actor).some(
    ({ role, areaId, urn }) => role === "head" && areaId === need.areaId && urn === need.urn,
  );

/** Whether the actor is the one who signs for a side (Product rules, §2: deployment). */
export const isSignatory = (
  actor: Actor,
  place: DeploymentPlace,
  signatory: Signatory,
): boolean => {
  if (signatory === "supported-head") return isSupportedHead(actor, place);
  return signatory === "leader"
    ? isLeaderSelf(actor, place.leader)
    : isHomeHead(actor, place.leader);
};

/** Whether the actor may sign for a side: as the one who does, or on behalf of one who never signs in (Product rules, §3: on behalf). */
export const maySignAs = (actor: Actor, place: DeploymentPlace, signatory: Signatory): boolean =>
  isSignatory(actor, place, signatory) ||
  mayActOnBehalf(actor, signatory === "supported-head" ? place.need : place.leader);

/** Whether a list of deployments has anything to do with the actor. */
export const mayHaveDeployments = (actor: Actor, areaId: AreaId): boolean =>
  mayHaveOffers(actor, areaId) || holds(actor, areaId, ["school-staff"]);
