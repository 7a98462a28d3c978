import { and, eq } from "drizzle-orm";
import { keyOfGround, type Conflict } from "@alongside/domain/conflict";
import type { Write } from "../connection.ts";
import { conflicts, interests } from "../schema/index.ts";

type ConflictRow = typeof conflicts.$inferSelect;
type InterestRow = typeof interests.$inferSelect;

/** Writes what somebody declared. */
export const recordInterest = async (
  tx: Write,
  interest: typeof interests.$inferInsert,
): Promise<void> => {
  await tx.insert(interests).values(interest);
};

/** Writes that a declared tie was taken back, by whom and why. */
export const recordInterestWithdrawn = async (
  tx: Write,
  seen: Pick<InterestRow, "id" | "version">,
  withdrawn: Pick<InterestRow, "withdrawnAt" | "withdrawnBy" | "withdrawnReason">,
): Promise<void> => {
  await tx
    .update(interests)
    .set({ ...withdrawn, version: seen.version + 1 })
    .where(and(eq(interests.id, seen.id), eq(interests.version, seen.version)));
};

/** Writes a conflict between a leader and a school, in whichever state it has reached. */
export const recordNewConflict = async (
  tx: Write,
  given: Pick<ConflictRow, "id" | "areaId" | "personId" | "homeUrn" | "urn" | "foundBy"> &
    Partial<Pick<ConflictRow, "version" | "changedAt">> & { readonly conflict: Conflict },
): Promise<void> => {
  const { conflict, ...columns } = given;
  const { ground, state, foundAt } = conflict;
  await tx.insert(conflicts).values({
    changedAt: foundAt,
    ...columns,
    conflict,
    state,
    foundAt,
    kind: ground.kind,
    groundKey: keyOfGround(ground),
  });
};

/** Writes a conflict's next state and version. */
export const recordConflict = async (
  tx: Write,
  seen: Pick<ConflictRow, "id" | "version">,
  change: { readonly conflict: Conflict; readonly changedAt: string },
): Promise<void> => {
  const { conflict, changedAt } = change;
  await tx
    .update(conflicts)
    .set({ conflict, state: conflict.state, changedAt, version: seen.version + 1 })
    .where(and(eq(conflicts.id, seen.id), eq(conflicts.version, seen.version)));
};
