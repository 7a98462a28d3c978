import type { Urn } from "../school/index.ts";
import { grantsOf, holds, type Actor } from "./actor.ts";
import type { AreaId, OrganisationId, PersonId, ZoneId } from "./identity.ts";
import { mayActOnBehalf } from "./people-policy.ts";

/** Where a leader belongs: the home school with its zones, and the organisation that looks after the days, if any. */
export type LeaderPlace = {
  readonly areaId: AreaId;
  readonly personId: PersonId;
  readonly homeUrn: Urn;
  readonly organisationId: OrganisationId | null;
  readonly zoneIds: readonly ZoneId[];
};

/** Whether the actor is this leader, and still one in this area. */
export const isLeaderSelf = (actor: Actor, { areaId, personId }: LeaderPlace): boolean =>
  actor.kind === "person" && actor.personId === personId && holds(actor, areaId, ["leader"]);

const isOfOrganisation = (actor: Actor, { areaId, organisationId }: LeaderPlace): boolean =>
  organisationId !== null &&
  grantsOf(actor).some(
    (grant) =>
      grant.role === "organisation-administrator" &&
      grant.areaId === areaId &&
      grant.organisationId === organisationId,
  );

/** Whether the actor heads the leader's home school. */
export const isHomeHead = (
  actor: Actor,
  { areaId, homeUrn }: Pick<LeaderPlace, "areaId" | "homeUrn">,
): boolean =>
  grantsOf(actor).some(
    (grant) => grant.role === "head" && grant.areaId === areaId && grant.urn === homeUrn,
  );

/** Days are published by the leader, by the organisation that looks after them, or on the leader's behalf (Product rules, §1 and §3). */
export const mayPublishCapacity = (actor: Actor, place: LeaderPlace): boolean =>
  isLeaderSelf(actor, place) || isOfOrganisation(actor, place) || mayActOnBehalf(actor, place);

/** The home school lets its leader go: its head says for how many days, or whoever acts on its behalf (Product rules, §1). */
export const mayReleaseLeader = (actor: Actor, place: LeaderPlace): boolean =>
  isHomeHead(actor, place) || mayActOnBehalf(actor, place);

const partnershipStaff = ["zone-coordinator", "officer", "partnership-administrator"] as const;

/** Who leads, who is designated and how that goes on is the partnership's to say. */
export const mayManageLeaders = (actor: Actor, areaId: AreaId): boolean =>
  holds(actor, areaId, ["officer", "partnership-administrator"]);

/** The whole area's days are seen by those who broker them. */
export const maySeeSupply = (actor: Actor, areaId: AreaId): boolean =>
  holds(actor, areaId, partnershipStaff);

/** A leader's days are seen by the leader, the home school's head, the organisation and those who broker. */
export const maySeeLeader = (actor: Actor, place: LeaderPlace): boolean =>
  isLeaderSelf(actor, place) ||
  isHomeHead(actor, place) ||
  isOfOrganisation(actor, place) ||
  maySeeSupply(actor, place.areaId);

/** Whose days the actor has in a list: the whole area's, or those of the own person, schools and organisations. */
export type SupplyScope =
  | { readonly kind: "area" }
  | {
      readonly kind: "places";
      readonly personIds: readonly PersonId[];
      readonly urns: readonly Urn[];
      readonly organisationIds: readonly OrganisationId[];
    };

/** Undefined for those who have no days to see. */
export const supplyScopeOf = (actor: Actor, areaId: AreaId): SupplyScope | undefined => {
  if (maySeeSupply(actor, areaId)) return { kind: "area" };
  const own = grantsOf(actor).filter((grant) => grant.areaId === areaId);
  const personIds =
    actor.kind === "person" && own.some(({ role }) => role === "leader") ? [actor.personId] : [];
  const urns = own.flatMap(({ role, urn }) => (role === "head" && urn !== undefined ? [urn] : []));
  const organisationIds = own.flatMap(({ role, organisationId }) =>
    role === "organisation-administrator" && organisationId !== undefined ? [organisationId] : [],
  );
  const isNobody = personIds.length + urns.length + organisationIds.length === 0;
  return isNobody ? undefined : { kind: "places", personIds, urns, organisationIds };
};
