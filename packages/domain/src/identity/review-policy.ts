import { grantsOf, holds, type Actor } from "./actor.ts";
import type { AreaId, ZoneId } from "./identity.ts";
import {
  isOfOwnSchool,
  mayAgreeMenu,
  mayTriageNeed,
  type NeedPlace,
  type NeedScope,
} from "./need-policy.ts";

type ZonePlace = { readonly areaId: AreaId; readonly zoneId: ZoneId };

/** The termly review of a zone is its coordinator's, and an officer's in the whole area (Product rules, §4: coordinator). */
export const mayKeepReview = (actor: Actor, place: ZonePlace): boolean =>
  mayAgreeMenu(actor, place);

/** Read by those who keep it, and by administrators. */
export const maySeeReview = (actor: Actor, place: ZonePlace): boolean =>
  mayKeepReview(actor, place) || holds(actor, place.areaId, ["partnership-administrator"]);

/** Whose reviews the actor has in a list; undefined for those who have none. */
export const reviewScopeOf = (actor: Actor, areaId: AreaId): NeedScope | undefined => {
  if (holds(actor, areaId, ["officer", "partnership-administrator"])) return { kind: "area" };
  const zoneIds = grantsOf(actor).flatMap(({ role, areaId: own, zoneId }) =>
    role === "zone-coordinator" && own === areaId && zoneId !== undefined ? [zoneId] : [],
  );
  return zoneIds.length === 0 ? undefined : { kind: "zones", zoneIds };
};

/** Nobody judges the school of which they are, or reads what is noted about it there before it is shared. */
export const mayJudgeSchool = (actor: Actor, place: NeedPlace): boolean =>
  mayTriageNeed(actor, place) && !isOfOwnSchool(actor, place);

/** The same for reading: an administrator reads too. */
export const mayReadJudgement = (actor: Actor, place: NeedPlace): boolean =>
  (mayTriageNeed(actor, place) || holds(actor, place.areaId, ["partnership-administrator"])) &&
  !isOfOwnSchool(actor, place);

/** Its head reads what was agreed about the own school, and of no other. */
export const isHeadOf = (
  actor: Actor,
  { areaId, urn }: Pick<NeedPlace, "areaId" | "urn">,
): boolean =>
  grantsOf(actor).some(
    (grant) => grant.role === "head" && grant.areaId === areaId && grant.urn === urn,
  );
