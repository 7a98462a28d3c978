import type { Urn } from "../school/index.ts";
import { grantsOf, holds, type Actor } from "./actor.ts";
import type { DeploymentPlace } from "./deployment-policy.ts";
import type { AreaId, PersonId } from "./identity.ts";
import { isLeaderSelf } from "./leader-policy.ts";
import { needAudienceOf, type NeedScope } from "./need-policy.ts";
import { mayAnswerOffer, mayBrokerOffer, mayConfirmOffer } from "./offer-policy.ts";
import { mayActOnBehalf } from "./people-policy.ts";

/** Visits are planned and moved by the leader's side, or by whoever brokers the work. */
export const mayPlanVisit = (actor: Actor, place: DeploymentPlace): boolean =>
  mayAnswerOffer(actor, place) || mayBrokerOffer(actor, place);

/** Either side may call a visit off. */
export const mayCancelVisit = (actor: Actor, place: DeploymentPlace): boolean =>
  mayPlanVisit(actor, place) || mayConfirmOffer(actor, place);

/** The record of a visit is the leader's, who was there; or that of whoever acts for the leader (Product rules, §3: on behalf). */
export const mayWriteVisitNote = (actor: Actor, { leader }: DeploymentPlace): boolean =>
  isLeaderSelf(actor, leader) || mayActOnBehalf(actor, leader);

/** The supported head says whether a record is accurate (Product rules, §2: visit). */
export const mayJudgeVisitNote = (actor: Actor, place: DeploymentPlace): boolean =>
  mayConfirmOffer(actor, place);

/** What was seen in a school is for the school, the leader and the partnership's staff: the home school sees days and dates. */
export const maySeeVisitNote = (actor: Actor, place: DeploymentPlace): boolean =>
  needAudienceOf(actor, place.need) !== "other" || mayWriteVisitNote(actor, place);

/** Whose records of visits wait for the actor: what `mayWriteVisitNote` and `mayJudgeVisitNote` say of each place, said for a whole area. */
export type VisitActScope = {
  /** Writes the records of the own visits. */
  readonly personId: PersonId | undefined;
  /** Says of visits to these schools whether the record is accurate. */
  readonly urns: readonly Urn[];
  /** Does both on behalf of the schools and leaders there. */
  readonly behalf: NeedScope | undefined;
};

const behalfScopeOf = (actor: Actor, areaId: AreaId): NeedScope | undefined => {
  const own = grantsOf(actor).filter(
    (grant) => grant.mayActOnBehalf === true && grant.areaId === areaId,
  );
  if (own.some(({ role }) => role !== "zone-coordinator")) return { kind: "area" };
  const zoneIds = own.flatMap(({ zoneId }) => (zoneId === undefined ? [] : [zoneId]));
  return zoneIds.length === 0 ? undefined : { kind: "zones", zoneIds };
};

/** The visits of an area about which the actor may have to do something, so that a list can be counted without reading each. */
export const visitActScopeOf = (actor: Actor, areaId: AreaId): VisitActScope => ({
  personId:
    actor.kind === "person" && holds(actor, areaId, ["leader"]) ? actor.personId : undefined,
  urns: grantsOf(actor).flatMap(({ role, areaId: own, urn }) =>
    role === "head" && own === areaId && urn !== undefined ? [urn] : [],
  ),
  behalf: behalfScopeOf(actor, areaId),
});
