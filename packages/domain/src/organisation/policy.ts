import {
  grantsOf,
  maySeeSupply,
  type Actor,
  type AreaId,
  type OrganisationId,
} from "../identity/index.ts";

/** The organisations whose leaders' days the actor administers in an area. */
export const ownOrganisationsOf = (actor: Actor, areaId: AreaId): readonly OrganisationId[] => [
  ...new Set(
    grantsOf(actor).flatMap(({ role, areaId: own, organisationId }) =>
      role === "organisation-administrator" && own === areaId && organisationId !== undefined
        ? [organisationId]
        : [],
    ),
  ),
];

/** An organisation with its leaders' days is seen by those who broker, and by its own administrators. */
export const maySeeOrganisation = (
  actor: Actor,
  place: { readonly areaId: AreaId; readonly organisationId: OrganisationId },
): boolean =>
  maySeeSupply(actor, place.areaId) ||
  ownOrganisationsOf(actor, place.areaId).includes(place.organisationId);
