import type { Actor } from "./actor.ts";
import { grantsOf, holds, isOperator } from "./actor.ts";
import { roles, type AreaId } from "./identity.ts";

/*
 * Who may do what, as predicates that the server asks before it acts and the screens ask before they
 * show a button. Everything that is not allowed here is refused.
 */

/** The register holds public facts: everyone with a part in the area reads it. */
export const maySeeArea = (actor: Actor, areaId: AreaId): boolean =>
  isOperator(actor) || holds(actor, areaId, roles);

/** Zones, terms, lists, rates, weights and imports belong to the partnership administrator. */
export const mayAdministerArea = (actor: Actor, areaId: AreaId): boolean =>
  isOperator(actor) || holds(actor, areaId, ["partnership-administrator"]);

/** The whole register, and the making of areas, belong to the operator of the instance. */
export const mayOperate = (actor: Actor): boolean => isOperator(actor);

/** Signed in whole: a person who still owes a second factor is not. */
export const isSignedIn = (actor: Actor): boolean =>
  actor.kind === "person" && actor.awaits === undefined;

/** The areas in which a person has a part, each once, in the order of their grants. */
export const areasOf = (actor: Actor): readonly AreaId[] => [
  ...new Set(
    grantsOf(actor).flatMap((grant) => (grant.areaId === undefined ? [] : [grant.areaId])),
  ),
];
