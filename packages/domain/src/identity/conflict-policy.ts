import type { Urn } from "../school/index.ts";
import { grantsOf, holds, type Actor } from "./actor.ts";
import type { AreaId, PersonId } from "./identity.ts";
import { maySeeArea } from "./policy.ts";

/** A pairing whose conflicts somebody looks at: a leader with the home school, and the school that is to be supported. */
export type PairPlace = {
  readonly areaId: AreaId;
  readonly personId: PersonId;
  readonly homeUrn: Urn;
  readonly urn: Urn;
};

/** A tie is declared by whoever has it, by a head about a leader and the own school, or by the partnership's staff (Product rules, §3: conflict of interest). */
export const mayDeclareInterest = (
  actor: Actor,
  place: Pick<PairPlace, "areaId" | "personId" | "urn">,
): boolean => {
  if (actor.kind !== "person" || !maySeeArea(actor, place.areaId)) return false;
  const isHead = grantsOf(actor).some(
    ({ role, areaId, urn }) => role === "head" && areaId === place.areaId && urn === place.urn,
  );
  return actor.personId === place.personId || isHead || mayRaiseConflict(actor, place.areaId);
};

/** A tie is taken back by whoever declared it, while they have a part in the area, or by those who decide about conflicts: nobody un-says another's word about them. */
export const mayWithdrawInterest = (
  actor: Actor,
  { areaId, declaredBy }: { readonly areaId: AreaId; readonly declaredBy: string },
): boolean =>
  actor.kind === "person" &&
  maySeeArea(actor, areaId) &&
  (actor.personId === declaredBy || mayDecideConflict(actor, areaId));

/** What was declared is read by those whom it is about, who declared it, and who broker; the board reads the decision alone. */
export const maySeeInterest = (
  actor: Actor,
  place: { readonly areaId: AreaId; readonly personId: PersonId; readonly declaredBy: string },
): boolean =>
  actor.kind === "person" &&
  maySeeArea(actor, place.areaId) &&
  ([place.personId, place.declaredBy].includes(actor.personId) ||
    mayRaiseConflict(actor, place.areaId));

/** Those who broker bring a conflict that was found before those who decide. */
export const mayRaiseConflict = (actor: Actor, areaId: AreaId): boolean =>
  holds(actor, areaId, ["zone-coordinator", "officer", "partnership-administrator"]);

/** The register is read by the partnership's staff and by the board, to whom the decisions are accounted for. */
export const maySeeConflicts = (actor: Actor, areaId: AreaId): boolean =>
  mayRaiseConflict(actor, areaId) || holds(actor, areaId, ["board-member", "board-clerk"]);

/** Whether the actor is one of those whom a conflict is about: the leader, and everyone with a part in either school. */
export const isPartyTo = (actor: Actor, { areaId, personId, homeUrn, urn }: PairPlace): boolean =>
  actor.kind === "person" &&
  (actor.personId === personId ||
    grantsOf(actor).some(
      (grant) => grant.areaId === areaId && (grant.urn === homeUrn || grant.urn === urn),
    ));

/** Conflicts are decided for the whole area, by an officer or an administrator (Product rules, §3: conflict of interest). */
export const mayDecideConflict = (actor: Actor, areaId: AreaId): boolean =>
  holds(actor, areaId, ["officer", "partnership-administrator"]);
