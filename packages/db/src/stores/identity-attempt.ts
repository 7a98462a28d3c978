import { eq, lte } from "drizzle-orm";
import type { Attempts } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import { attempts } from "../schema/index.ts";

export const recordAttempts = async (tx: Write, key: string, counted: Attempts): Promise<void> => {
  await tx
    .insert(attempts)
    .values({ key, ...counted })
    .onConflictDoUpdate({ target: attempts.key, set: counted });
};

export const recordAttemptsForgotten = async (tx: Write, key: string): Promise<void> => {
  await tx.delete(attempts).where(eq(attempts.key, key));
};

/** Removes what no throttle counts any more: failures before this time, in milliseconds since 1970. */
export const recordOldAttemptsForgotten = async (tx: Write, before: number): Promise<number> => {
  const { rowsAffected } = await tx.delete(attempts).where(lte(attempts.lastFailedAt, before));
  return rowsAffected;
};
