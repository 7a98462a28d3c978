import { grantsOf, holds, type Actor } from "./actor.ts";
import type { AreaId } from "./identity.ts";
import { isOfOwnSchool, mayTriageNeed, type NeedPlace, type NeedScope } from "./need-policy.ts";

/**
 * A concern is confidential: raised, read and handled by an officer or by the coordinator of the school's zone, and never by somebody of
 * that very school (Product rules, §4: coordinator).
 */
export const mayHandleConcern = (actor: Actor, place: NeedPlace): boolean =>
  mayTriageNeed(actor, place) && !isOfOwnSchool(actor, place);

/** Whose concerns the actor has in a list; undefined for those who handle none. */
export const concernScopeOf = (actor: Actor, areaId: AreaId): NeedScope | undefined => {
  if (holds(actor, areaId, ["officer"])) return { kind: "area" };
  const zoneIds = grantsOf(actor).flatMap(({ role, areaId: own, zoneId }) =>
    role === "zone-coordinator" && own === areaId && zoneId !== undefined ? [zoneId] : [],
  );
  return zoneIds.length === 0 ? undefined : { kind: "zones", zoneIds };
};
