import type { Urn } from "../school/index.ts";
import { grantsOf, holds, type Actor, type Grant } from "./actor.ts";
import type { AreaId, Role, ZoneId } from "./identity.ts";
import { mayActOnBehalf } from "./people-policy.ts";

/** Where a need belongs: its school, and the zones in which that school is now. */
export type NeedPlace = {
  readonly areaId: AreaId;
  readonly urn: Urn;
  readonly zoneIds: readonly ZoneId[];
};

const isOfSchool = (actor: Actor, { areaId, urn }: NeedPlace, roles: readonly Role[]): boolean =>
  grantsOf(actor).some(
    (grant) => grant.areaId === areaId && grant.urn === urn && roles.includes(grant.role),
  );

/** Whether the actor is of the school that the need is for. */
export const isOfOwnSchool = (actor: Actor, place: NeedPlace): boolean =>
  isOfSchool(actor, place, ["head", "school-staff"]);

/** A draft is written by the school itself, or by a coordinator on its behalf (Product rules, §3: on behalf). */
export const mayPrepareNeed = (actor: Actor, place: NeedPlace): boolean =>
  isOfOwnSchool(actor, place) || mayActOnBehalf(actor, place);

/** Nothing leaves the school without the head's own click, or that of whoever may act on its behalf (Product rules, §1). */
export const maySubmitNeed = (actor: Actor, place: NeedPlace): boolean =>
  isOfSchool(actor, place, ["head"]) || mayActOnBehalf(actor, place);

const coordinates =
  ({ areaId, zoneIds }: NeedPlace) =>
  (grant: Grant): boolean =>
    grant.areaId === areaId &&
    (grant.role === "officer" ||
      (grant.role === "zone-coordinator" &&
        grant.zoneId !== undefined &&
        zoneIds.includes(grant.zoneId)));

/** Bands, questions, holds and outcomes are the zone coordinator's, and an officer's in the whole area. */
export const mayTriageNeed = (actor: Actor, place: NeedPlace): boolean =>
  grantsOf(actor).some(coordinates(place));

/** How the actor looks at a need: as its school, as the partnership's staff, or not at all. */
export const needAudienceOf = (
  actor: Actor,
  place: NeedPlace,
): "own-school" | "coordinator" | "other" => {
  if (isOfOwnSchool(actor, place)) return "own-school";
  return mayTriageNeed(actor, place) || holds(actor, place.areaId, ["partnership-administrator"])
    ? "coordinator"
    : "other";
};

/**
 * A private draft is its school's alone, and theirs who may write it on the school's behalf; what is submitted is the
 * coordinator's as well (Product rules, §3: graded disclosure).
 */
export const maySeeNeed = (
  actor: Actor,
  place: NeedPlace,
  need: { readonly isDraft: boolean; readonly isBegunOnBehalf: boolean },
): boolean => {
  if (isOfOwnSchool(actor, place)) return true;
  return need.isDraft
    ? need.isBegunOnBehalf && mayActOnBehalf(actor, place)
    : needAudienceOf(actor, place) !== "other";
};

/** Whose needs the actor has in a queue: the whole area's, or those of own zones. */
export type NeedScope =
  | { readonly kind: "area" }
  | { readonly kind: "zones"; readonly zoneIds: readonly ZoneId[] };

/** Undefined for those who have no queue. */
export const needScopeOf = (actor: Actor, areaId: AreaId): NeedScope | undefined => {
  if (holds(actor, areaId, ["officer", "partnership-administrator"])) return { kind: "area" };
  const zoneIds = grantsOf(actor).flatMap(({ role, areaId: own, zoneId }) =>
    role === "zone-coordinator" && own === areaId && zoneId !== undefined ? [zoneId] : [],
  );
  return zoneIds.length === 0 ? undefined : { kind: "zones", zoneIds };
};

/** The schools of an area for which the actor may post a need as one of them. */
export const ownSchoolsOf = (actor: Actor, areaId: AreaId): readonly Urn[] => [
  ...new Set(
    grantsOf(actor).flatMap(({ role, areaId: own, urn }) =>
      (role === "head" || role === "school-staff") && own === areaId && urn !== undefined
        ? [urn]
        : [],
    ),
  ),
];

/** What a zone's menu holds is agreed by the zone: its coordinator writes down what the panel said, or an officer (Product rules, §3: zone menu). */
export const mayAgreeMenu = (
  actor: Actor,
  { areaId, zoneId }: { readonly areaId: AreaId; readonly zoneId: ZoneId },
): boolean =>
  grantsOf(actor).some(
    (grant) =>
      grant.areaId === areaId &&
      (grant.role === "officer" || (grant.role === "zone-coordinator" && grant.zoneId === zoneId)),
  );
