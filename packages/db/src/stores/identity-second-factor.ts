import { and, eq, isNull, lt } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import { recoveryCodes, secondFactors } from "../schema/index.ts";

/** A secret that is to be confirmed, in place of one that never was. */
export const recordSecondFactorBegun = async (
  tx: Write,
  factor: {
    readonly personId: PersonId;
    readonly sealedSecret: string;
    readonly createdAt: string;
  },
): Promise<void> => {
  await tx
    .insert(secondFactors)
    .values(factor)
    .onConflictDoUpdate({ target: secondFactors.personId, set: factor });
};

export const recordSecondFactorConfirmed = async (
  tx: Write,
  personId: PersonId,
  confirmed: { readonly confirmedAt: string; readonly lastStep: number },
): Promise<void> => {
  await tx.update(secondFactors).set(confirmed).where(eq(secondFactors.personId, personId));
};

/** Notes that the code of a step was taken; false when it, or a later one, was before. */
export const recordStepTaken = async (
  tx: Write,
  personId: PersonId,
  step: number,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.personId, personId), lt(secondFactors.lastStep, step)));
  return rowsAffected === 1;
};

/** Replaces all recovery codes of a person. */
export const recordRecoveryCodes = async (
  tx: Write,
  personId: PersonId,
  codeHashes: readonly string[],
): Promise<void> => {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ personId, codeHash })));
};

/** Uses a recovery code up; false when the person has no such code left. */
export const recordRecoveryCodeUsed = async (
  tx: Write,
  code: { readonly personId: PersonId; readonly codeHash: string },
  usedAt: string,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(recoveryCodes)
    .set({ usedAt })
    .where(
      and(
        eq(recoveryCodes.personId, code.personId),
        eq(recoveryCodes.codeHash, code.codeHash),
        isNull(recoveryCodes.usedAt),
      ),
    );
  return rowsAffected === 1;
};

/** Removes the second factor and all recovery codes; false when there was none. */
export const recordSecondFactorRemoved = async (
  tx: Write,
  personId: PersonId,
): Promise<boolean> => {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  const { rowsAffected } = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.personId, personId));
  return rowsAffected === 1;
};
