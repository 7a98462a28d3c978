import { and, asc, eq } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { externalIdentities } from "../schema/index.ts";

export type ExternalIdentityRow = typeof externalIdentities.$inferSelect;

export const findExternalIdentity = async (
  read: Read,
  account: { readonly issuer: string; readonly subject: string },
): Promise<ExternalIdentityRow | undefined> =>
  (
    await read
      .select()
      .from(externalIdentities)
      .where(
        and(
          eq(externalIdentities.issuer, account.issuer),
          eq(externalIdentities.subject, account.subject),
        ),
      )
  )[0];

export const listExternalIdentitiesOf = (
  read: Read,
  personId: PersonId,
): Promise<readonly ExternalIdentityRow[]> =>
  read
    .select()
    .from(externalIdentities)
    .where(eq(externalIdentities.personId, personId))
    .orderBy(asc(externalIdentities.linkedAt), asc(externalIdentities.issuer));
