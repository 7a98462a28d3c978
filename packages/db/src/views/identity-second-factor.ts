import { and, eq, isNull } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { recoveryCodes, secondFactors } from "../schema/index.ts";

export type SecondFactorRow = typeof secondFactors.$inferSelect;

export const findSecondFactor = async (
  read: Read,
  personId: PersonId,
): Promise<SecondFactorRow | undefined> =>
  (await read.select().from(secondFactors).where(eq(secondFactors.personId, personId)))[0];

export const countRecoveryCodes = (read: Read, personId: PersonId): Promise<number> =>
  read.$count(
    recoveryCodes,
    and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)),
  );
