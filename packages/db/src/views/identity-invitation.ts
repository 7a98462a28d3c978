import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { AreaId, InvitationId, PeopleScope } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { invitations, people, schools, zones } from "../schema/index.ts";

export type InvitationRow = typeof invitations.$inferSelect;

export const findInvitationByHash = async (
  read: Read,
  tokenHash: string,
): Promise<InvitationRow | undefined> =>
  (await read.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)))[0];

export const findInvitation = async (
  read: Read,
  id: InvitationId,
): Promise<InvitationRow | undefined> =>
  (await read.select().from(invitations).where(eq(invitations.id, id)))[0];

/** Invitations of this address that were neither accepted nor revoked; those that ran out are among them. */
export const listOpenInvitationsOf = (
  read: Read,
  email: string,
): Promise<readonly InvitationRow[]> =>
  read
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );

/** All that a list shows: never the hash of the link. */
const lineColumns = {
  id: invitations.id,
  email: invitations.email,
  name: invitations.name,
  role: invitations.role,
  areaId: invitations.areaId,
  zoneId: invitations.zoneId,
  urn: invitations.urn,
  organisationId: invitations.organisationId,
  mayActOnBehalf: invitations.mayActOnBehalf,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
  revokedAt: invitations.revokedAt,
  version: invitations.version,
};

export type InvitationLine = {
  readonly invitation: Pick<InvitationRow, keyof typeof lineColumns>;
  readonly zoneName: string | null;
  readonly schoolName: string | null;
  readonly inviterName: string | null;
};

/** The invitations of an area, or of places in it, that were not accepted: the newest first, at most 500. */
export const listInvitations = (
  read: Read,
  areaId: AreaId,
  scope: PeopleScope,
): Promise<readonly InvitationLine[]> => {
  const inPlaces =
    scope.kind === "area"
      ? undefined
      : or(
          inArray(invitations.urn, [...scope.urns]),
          inArray(invitations.organisationId, [...scope.organisationIds]),
        );
  return read
    .select({
      invitation: lineColumns,
      zoneName: zones.name,
      schoolName: schools.name,
      inviterName: people.name,
    })
    .from(invitations)
    .leftJoin(zones, eq(zones.id, invitations.zoneId))
    .leftJoin(schools, eq(schools.urn, invitations.urn))
    .leftJoin(people, eq(people.id, invitations.invitedBy))
    .where(and(eq(invitations.areaId, areaId), isNull(invitations.acceptedAt), inPlaces))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(500);
};
