import { and, eq } from "drizzle-orm";
import type { NeedId } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import type { Write } from "../connection.ts";
import { menuInterests, menuPackages } from "../schema/index.ts";

type PackageRow = typeof menuPackages.$inferSelect;

export const recordPackage = async (
  tx: Write,
  row: typeof menuPackages.$inferInsert,
): Promise<void> => {
  await tx.insert(menuPackages).values(row);
};

/** Writes what changed in a package and its next version. */
export const recordPackageChange = async (
  tx: Write,
  seen: Pick<PackageRow, "id" | "version">,
  change: Partial<Omit<PackageRow, "id" | "areaId" | "personId" | "version">>,
): Promise<void> => {
  await tx
    .update(menuPackages)
    .set({ ...change, version: seen.version + 1 })
    .where(and(eq(menuPackages.id, seen.id), eq(menuPackages.version, seen.version)));
};

/** Counts a school among those that asked for a package: once, whoever asks and however often; the need is the latest that came of it. */
export const recordInterest = async (
  tx: Write,
  interest: {
    readonly packageId: string;
    readonly urn: Urn;
    readonly since: string;
    readonly by: string;
    readonly needId: NeedId | null;
  },
): Promise<void> => {
  await tx
    .insert(menuInterests)
    .values(interest)
    .onConflictDoUpdate({
      target: [menuInterests.packageId, menuInterests.urn],
      set: { needId: interest.needId },
    });
};
