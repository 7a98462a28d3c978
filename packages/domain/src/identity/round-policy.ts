import { grantsOf, holds, type Actor } from "./actor.ts";
import type { AreaId, PersonId, ZoneId } from "./identity.ts";

/** Where a round belongs; no zones mean the whole area. */
export type RoundPlace = { readonly areaId: AreaId; readonly zoneIds: readonly ZoneId[] };

const coordinatesAll = (actor: Actor, { areaId, zoneIds }: RoundPlace): boolean =>
  zoneIds.length > 0 &&
  zoneIds.every((zone) =>
    grantsOf(actor).some(
      (grant) =>
        grant.role === "zone-coordinator" && grant.areaId === areaId && grant.zoneId === zone,
    ),
  );

/**
 * A round names schools and what they ask for: it is run and read by whoever coordinates every zone in it, by officers and administrators
 * of its area, and by nobody else (Product rules, §1: zone coordinator).
 */
export const mayRunRound = (actor: Actor, place: RoundPlace): boolean =>
  coordinatesAll(actor, place) ||
  holds(actor, place.areaId, ["officer", "partnership-administrator"]);

/** A member of a zone's panel sees the plan that was proposed to it without the names of schools, and answers it (Product rules, §3: zone). */
export const mayAnswerRound = (
  actor: Actor,
  { areaId }: Pick<RoundPlace, "areaId">,
  panel: readonly PersonId[],
): boolean =>
  actor.kind === "person" &&
  panel.includes(actor.personId) &&
  grantsOf(actor).some((grant) => grant.areaId === areaId);
