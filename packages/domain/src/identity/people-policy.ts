import type { Urn } from "../school/index.ts";
import { grantsOf, holds, isOperator, type Actor, type Grant } from "./actor.ts";
import type { AreaId, OrganisationId, Role, ZoneId } from "./identity.ts";

const wholeAreaRoles = ["partnership-administrator", "officer", "zone-coordinator"] as const;

/** A role to give, with the zones in which its school is, when it names one. */
export type GrantInPlace = { readonly grant: Grant; readonly zoneIds: readonly ZoneId[] };

type Giver = (own: Grant, given: GrantInPlace) => boolean;

const inOwnZone = (own: Grant, zoneIds: readonly ZoneId[]): boolean =>
  own.zoneId !== undefined && zoneIds.includes(own.zoneId);

const isOneOf = (role: Role, wanted: readonly Role[]): boolean => wanted.includes(role);

/**
 * Who may give what: nobody more than they hold. An administrator gives every part in the area; a coordinator those of the
 * zone's schools; a head those of the own school below the head; an organisation its leaders. Others give nothing.
 */
const givers: Partial<Readonly<Record<Role, Giver>>> = {
  "partnership-administrator": (_, { grant }) => grant.role !== "operator",
  "zone-coordinator": (own, { grant, zoneIds }) =>
    isOneOf(grant.role, ["head", "school-staff", "leader"]) &&
    grant.organisationId === undefined &&
    inOwnZone(own, zoneIds),
  head: (own, { grant }) => grant.role === "school-staff" && grant.urn === own.urn,
  "organisation-administrator": (own, { grant }) =>
    isOneOf(grant.role, ["leader", "organisation-administrator"]) &&
    grant.organisationId === own.organisationId,
};

const gives = (own: Grant, given: GrantInPlace): boolean =>
  own.areaId !== undefined &&
  own.areaId === given.grant.areaId &&
  (given.grant.mayActOnBehalf !== true || own.mayActOnBehalf === true) &&
  (givers[own.role]?.(own, given) ?? false);

/** Whether the actor may give this role in this place. The right to act on behalf is given only by one who has it. */
export const mayGive = (actor: Actor, given: GrantInPlace): boolean =>
  isOperator(actor) || grantsOf(actor).some((own) => gives(own, given));

/** Whether the actor may end this role: whoever may give it, and, of the right to act on behalf, whoever may give the rest. */
export const mayEnd = (actor: Actor, { grant, zoneIds }: GrantInPlace): boolean =>
  mayGive(actor, { grant: { ...grant, mayActOnBehalf: false }, zoneIds });

/** The roles that the actor may give somewhere in the area, for the choice on the page. */
export const rolesToGive = (actor: Actor, areaId: AreaId): readonly Role[] => {
  const own = grantsOf(actor).filter((grant) => grant.areaId === areaId);
  if (isOperator(actor) || holds(actor, areaId, ["partnership-administrator"])) return areaRoles;
  const ofOthers: Partial<Readonly<Record<Role, readonly Role[]>>> = {
    "zone-coordinator": ["head", "school-staff", "leader"],
    head: ["school-staff"],
    "organisation-administrator": ["organisation-administrator", "leader"],
  };
  const given = own.flatMap((grant) => ofOthers[grant.role] ?? []);
  return areaRoles.filter((role) => given.includes(role));
};

/** The roles that are played in an area: all but the operator. */
export const areaRoles = [
  "head",
  "school-staff",
  "leader",
  "organisation-administrator",
  "zone-coordinator",
  "officer",
  "board-member",
  "board-clerk",
  "partnership-administrator",
] as const satisfies readonly Role[];

/** Whose names, addresses and roles the actor may read: the area's, or those of own schools and organisations. */
export type PeopleScope =
  | { readonly kind: "area" }
  | {
      readonly kind: "places";
      readonly urns: readonly Urn[];
      readonly organisationIds: readonly OrganisationId[];
    };

/** Undefined for those who may read nobody. */
export const peopleScopeOf = (actor: Actor, areaId: AreaId): PeopleScope | undefined => {
  if (isOperator(actor) || holds(actor, areaId, wholeAreaRoles)) return { kind: "area" };
  const own = grantsOf(actor).filter((grant) => grant.areaId === areaId);
  const urns = own.flatMap(({ role, urn }) => (role === "head" && urn !== undefined ? [urn] : []));
  const organisationIds = own.flatMap(({ role, organisationId }) =>
    role === "organisation-administrator" && organisationId !== undefined ? [organisationId] : [],
  );
  return urns.length + organisationIds.length === 0
    ? undefined
    : { kind: "places", urns, organisationIds };
};

/** Whether one of a person's grants brings them into a scope. */
export const isInScope = (scope: PeopleScope, areaId: AreaId, grants: readonly Grant[]): boolean =>
  grants.some(
    (grant) =>
      grant.areaId === areaId &&
      (scope.kind === "area" ||
        (grant.urn !== undefined && scope.urns.includes(grant.urn)) ||
        (grant.organisationId !== undefined &&
          scope.organisationIds.includes(grant.organisationId))),
  );

/**
 * Whether the actor may shut a whole account, or let its owner set up a second factor anew: the operator, and an
 * administrator in whose area the person plays all of their parts. Nobody does it to themselves.
 */
export const mayManageAccount = (
  actor: Actor,
  person: { readonly id: string; readonly grants: readonly Grant[] },
): boolean => {
  if (actor.kind === "person" && actor.personId === person.id) return false;
  if (isOperator(actor)) return true;
  return (
    person.grants.length > 0 &&
    person.grants.every(
      ({ areaId }) => areaId !== undefined && holds(actor, areaId, ["partnership-administrator"]),
    )
  );
};

/** Who reads the access log of an area: sign-ins, changes of rights, reads of what is sensitive. */
export const mayReadAccessLog = (actor: Actor, areaId: AreaId): boolean =>
  isOperator(actor) || holds(actor, areaId, ["partnership-administrator"]);

/** Whether the actor may act for a school or a leader there: a right of its own, for a coordinator in the own zone only. */
export const mayActOnBehalf = (
  actor: Actor,
  place: { readonly areaId: AreaId; readonly zoneIds: readonly ZoneId[] },
): boolean =>
  grantsOf(actor).some(
    (grant) =>
      grant.mayActOnBehalf === true &&
      grant.areaId === place.areaId &&
      (grant.role !== "zone-coordinator" || inOwnZone(grant, place.zoneIds)),
  );

/**
 * Who answers for everything that is kept of a person: the operator, and an administrator of every area in which the person plays or
 * played a part. They give it out at the person's request, and erase it when the person has left.
 */
export const mayAnswerFor = (actor: Actor, areaIds: readonly AreaId[]): boolean =>
  isOperator(actor) ||
  (areaIds.length > 0 &&
    areaIds.every((areaId) => holds(actor, areaId, ["partnership-administrator"])));

/** Who sees how the instance runs: the operator, and administrators of any area; it shows counts and times, and nobody's name. */
export const maySeeOperations = (actor: Actor): boolean =>
  isOperator(actor) || grantsOf(actor).some(({ role }) => role === "partnership-administrator");
