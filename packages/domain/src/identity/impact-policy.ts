import type { Side } from "../deployment/state.ts";
import type { Actor } from "./actor.ts";
import type { DeploymentPlace } from "./deployment-policy.ts";
import { isLeaderSelf, maySeeSupply, type LeaderPlace } from "./leader-policy.ts";
import { mayBrokerOffer, mayConfirmOffer } from "./offer-policy.ts";
import { mayWriteVisitNote } from "./visit-policy.ts";

/** Readings come from whoever has them: the leader, the supported head, or who brokers the work. */
export const mayAddReading = (actor: Actor, place: DeploymentPlace): boolean =>
  mayWriteVisitNote(actor, place) || mayConfirmOffer(actor, place) || mayBrokerOffer(actor, place);

/** The look half-way is the leader's and that of whoever brokers the work. */
export const mayReviewWork = (actor: Actor, place: DeploymentPlace): boolean =>
  mayWriteVisitNote(actor, place) || mayBrokerOffer(actor, place);

/** Each side evaluates for itself, or somebody on its behalf (Product rules, §3: impact). */
export const mayEvaluateAs = (actor: Actor, place: DeploymentPlace, side: Side): boolean =>
  side === "leader" ? mayWriteVisitNote(actor, place) : mayConfirmOffer(actor, place);

/** Two terms on the school says what is still there. */
export const mayAnswerFollowUp = (actor: Actor, place: DeploymentPlace): boolean =>
  mayConfirmOffer(actor, place);

/** A case study is written by the leader or by whoever brokers the work; both sides agree to it. */
export const mayWriteCaseStudy = (actor: Actor, place: DeploymentPlace): boolean =>
  mayReviewWork(actor, place);

/** A record of how work came out is for the leader and for those who broker: no league table, no other leader's. */
export const maySeeTrackRecord = (actor: Actor, place: LeaderPlace): boolean =>
  isLeaderSelf(actor, place) || maySeeSupply(actor, place.areaId);
