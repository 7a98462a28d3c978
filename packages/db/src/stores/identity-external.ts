import { and, eq, lte } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import { externalIdentities, externalSignIns } from "../schema/index.ts";

export type ExternalSignInRow = typeof externalSignIns.$inferSelect;
export type AccountKey = { readonly issuer: string; readonly subject: string };

const isAccount = ({ issuer, subject }: AccountKey) =>
  and(eq(externalIdentities.issuer, issuer), eq(externalIdentities.subject, subject));

export const recordExternalSignIn = async (
  tx: Write,
  signIn: typeof externalSignIns.$inferInsert,
): Promise<void> => {
  await tx.insert(externalSignIns).values(signIn);
};

/** Takes a sign-in that is under way out: it is there for one return only, whatever comes of it. */
export const recordExternalReturn = async (
  tx: Write,
  id: string,
): Promise<ExternalSignInRow | undefined> => {
  const [row] = await tx.delete(externalSignIns).where(eq(externalSignIns.id, id)).returning();
  return row;
};

/** Removes what nobody came back from; `before` is milliseconds since 1970. */
export const recordOldExternalSignInsForgotten = async (
  tx: Write,
  before: number,
): Promise<number> => {
  const { rowsAffected } = await tx
    .delete(externalSignIns)
    .where(lte(externalSignIns.expiresAt, before));
  return rowsAffected;
};

export const recordExternalIdentity = async (
  tx: Write,
  identity: typeof externalIdentities.$inferInsert,
): Promise<void> => {
  await tx.insert(externalIdentities).values(identity);
};

export const recordExternalIdentityUse = async (
  tx: Write,
  account: AccountKey,
  lastUsedAt: string,
): Promise<void> => {
  await tx.update(externalIdentities).set({ lastUsedAt }).where(isAccount(account));
};

/** Unlinks one of a person's accounts; false when it is not theirs. */
export const recordExternalIdentityRemoved = async (
  tx: Write,
  personId: PersonId,
  account: AccountKey,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .delete(externalIdentities)
    .where(and(isAccount(account), eq(externalIdentities.personId, personId)));
  return rowsAffected === 1;
};
