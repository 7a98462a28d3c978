import type { Urn } from "../school/index.ts";
import type { AreaId, OrganisationId, PersonId, Role, ZoneId } from "./identity.ts";

/** One role in one place. A place that is absent is not part of the grant. */
export type Grant = {
  readonly role: Role;
  readonly areaId?: AreaId;
  readonly zoneId?: ZoneId;
  readonly urn?: Urn;
  readonly organisationId?: OrganisationId;
  readonly mayActOnBehalf?: boolean;
};

/** Whoever asks for something. Rights come from the grants alone, read anew at every request. */
export type Actor =
  | { readonly kind: "anonymous" }
  | { readonly kind: "command-line" }
  | {
      readonly kind: "person";
      readonly personId: PersonId;
      readonly name: string;
      readonly grants: readonly Grant[];
      /** Set for a person who has a second factor: when this session last proved it, in milliseconds since 1970. */
      readonly secondFactor?: { readonly provedAt: number | null };
      /** What the sign-in still lacks. Until then the actor holds no grant, and may do nothing but supply it. */
      readonly awaits?: "second-factor" | "enrolment";
      /** An invented person of the demonstration area, which no production instance serves. */
      readonly isDemonstration?: true;
    };

export const anonymous: Actor = { kind: "anonymous" };
export const commandLine: Actor = { kind: "command-line" };

export const grantsOf = (actor: Actor): readonly Grant[] =>
  actor.kind === "person" ? actor.grants : [];

/** Whether the actor plays one of these parts in this area. */
export const holds = (actor: Actor, areaId: AreaId, wanted: readonly Role[]): boolean =>
  grantsOf(actor).some((grant) => grant.areaId === areaId && wanted.includes(grant.role));

export const isOperator = (actor: Actor): boolean =>
  actor.kind === "command-line" || grantsOf(actor).some((grant) => grant.role === "operator");
