import { and, eq, isNull } from "drizzle-orm";
import type { InvitationId, PersonId } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import { invitations } from "../schema/index.ts";

export const recordInvitation = async (
  tx: Write,
  invitation: typeof invitations.$inferInsert,
): Promise<void> => {
  await tx.insert(invitations).values(invitation);
};

export type Renewal = {
  readonly tokenHash: string;
  readonly invitedBy: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

/** A new link for an invitation: the old one opens nothing from then on. */
export const recordInvitationRenewal = async (
  tx: Write,
  invitation: { readonly id: InvitationId; readonly version: number },
  renewal: Renewal,
): Promise<void> => {
  await tx
    .update(invitations)
    .set({ ...renewal, version: invitation.version + 1 })
    .where(eq(invitations.id, invitation.id));
};

export const recordInvitationRevoked = async (
  tx: Write,
  invitation: { readonly id: InvitationId; readonly version: number },
  revokedAt: string,
): Promise<void> => {
  await tx
    .update(invitations)
    .set({ revokedAt, version: invitation.version + 1 })
    .where(eq(invitations.id, invitation.id));
};

/** Uses an invitation up; false when someone did so first, or it was revoked. */
export const recordInvitationAccepted = async (
  tx: Write,
  id: InvitationId,
  by: { readonly acceptedAt: string; readonly acceptedBy: PersonId },
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(invitations)
    .set(by)
    .where(
      and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)),
    );
  return rowsAffected === 1;
};
