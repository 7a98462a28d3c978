import { grantsOf, type Actor, type Grant } from "./actor.ts";
import type { PersonId, Role } from "./identity.ts";

/** The parts that see or change what belongs to others need a second factor (Quality, 'No one in where they don't belong'). */
export const rolesWithSecondFactor = [
  "zone-coordinator",
  "officer",
  "board-member",
  "board-clerk",
  "partnership-administrator",
  "operator",
] as const satisfies readonly Role[];

/** How long a shown second factor counts as recent, in milliseconds. */
export const recentFor = 15 * 60_000;

export const needsSecondFactor = (grants: readonly Grant[]): boolean =>
  grants.some((grant) => rolesWithSecondFactor.some((role) => role === grant.role));

/** A person as the database knows them, and what their session has shown. */
export type PersonSignedIn = {
  readonly personId: PersonId;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly hasSecondFactor: boolean;
  readonly isDemonstration: boolean;
  /** Milliseconds since 1970, or null when this session has shown none. */
  readonly secondFactorAt: number | null;
};

/**
 * Who asks. Without the second factor that they have, or need, nobody holds any grant. The invented people of the
 * demonstration need none: a production instance does not start with them.
 */
export const toActor = (person: PersonSignedIn): Actor => {
  const { personId, name, grants, hasSecondFactor, isDemonstration, secondFactorAt } = person;
  const who = {
    kind: "person",
    personId,
    name,
    ...(isDemonstration ? { isDemonstration } : {}),
  } as const;
  if (!hasSecondFactor) {
    return needsSecondFactor(grants) && !isDemonstration
      ? { ...who, grants: [], awaits: "enrolment" }
      : { ...who, grants };
  }
  const secondFactor = { provedAt: secondFactorAt };
  return secondFactorAt === null
    ? { ...who, grants: [], secondFactor, awaits: "second-factor" }
    : { ...who, grants, secondFactor };
};

/**
 * Exports of personal data and changes of rights ask again for a second factor shown more than 15 minutes ago. Whoever has
 * none, and needs none, goes on.
 */
export const provedRecently = (actor: Actor, now: number): boolean => {
  if (actor.kind === "command-line") return true;
  if (actor.kind === "anonymous" || actor.awaits !== undefined) return false;
  if (actor.secondFactor === undefined) {
    return actor.isDemonstration === true || !needsSecondFactor(grantsOf(actor));
  }
  const { provedAt } = actor.secondFactor;
  return provedAt !== null && now - provedAt < recentFor;
};
