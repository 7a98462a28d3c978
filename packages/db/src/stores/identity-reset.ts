import { and, eq, isNull, lte } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import { passwordResets } from "../schema/index.ts";

export const recordReset = async (
  tx: Write,
  reset: typeof passwordResets.$inferInsert,
): Promise<void> => {
  await tx.insert(passwordResets).values(reset);
};

/** Uses up every reset link of a person. `usedAt` is milliseconds since 1970. */
export const recordResetsUsed = async (
  tx: Write,
  personId: PersonId,
  usedAt: number,
): Promise<void> => {
  await tx
    .update(passwordResets)
    .set({ usedAt })
    .where(and(eq(passwordResets.personId, personId), isNull(passwordResets.usedAt)));
};

/** Removes links that ran out before this time, in milliseconds since 1970. */
export const recordOldResetsForgotten = async (tx: Write, before: number): Promise<number> => {
  const { rowsAffected } = await tx
    .delete(passwordResets)
    .where(lte(passwordResets.expiresAt, before));
  return rowsAffected;
};
