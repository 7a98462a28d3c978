import { eq } from "drizzle-orm";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { roleGrants } from "../schema/index.ts";

export type Part = {
  readonly id: string;
  readonly areaId: AreaId | null;
  readonly endedAt: string | null;
};

/** Every part that a person plays or played. */
export const listPartsOf = (read: Read, personId: PersonId): Promise<readonly Part[]> =>
  read
    .select({ id: roleGrants.id, areaId: roleGrants.areaId, endedAt: roleGrants.endedAt })
    .from(roleGrants)
    .where(eq(roleGrants.personId, personId));
