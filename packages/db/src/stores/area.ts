import { and, eq } from "drizzle-orm";
import type { AreaId } from "@alongside/domain/identity";
import type { LaCode } from "@alongside/domain/school";
import type { Write } from "../connection.ts";
import { areaAuthorities, areas } from "../schema/index.ts";

export const recordArea = async (
  tx: Write,
  area: typeof areas.$inferInsert,
  laCodes: readonly LaCode[],
): Promise<void> => {
  await tx.insert(areas).values(area);
  await recordAuthorities(tx, area.id, laCodes);
};

export const recordAuthorities = async (
  tx: Write,
  areaId: AreaId,
  laCodes: readonly LaCode[],
): Promise<void> => {
  await tx.delete(areaAuthorities).where(eq(areaAuthorities.areaId, areaId));
  if (laCodes.length > 0) {
    await tx.insert(areaAuthorities).values(laCodes.map((laCode) => ({ areaId, laCode })));
  }
};

/** Writes what changed in an area and its next version; false when someone else changed it first. */
export const recordAreaChange = async (
  tx: Write,
  area: { readonly id: AreaId; readonly version: number },
  change: Partial<Pick<typeof areas.$inferInsert, "name" | "outline">>,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(areas)
    .set({ ...change, version: area.version + 1 })
    .where(and(eq(areas.id, area.id), eq(areas.version, area.version)));
  return rowsAffected === 1;
};
