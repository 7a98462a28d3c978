import type { Actor } from "./actor.ts";
import type { DeploymentPlace } from "./deployment-policy.ts";
import { isLeaderSelf } from "./leader-policy.ts";
import { needAudienceOf } from "./need-policy.ts";
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
