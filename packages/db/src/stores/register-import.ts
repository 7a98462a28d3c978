import { and, eq, sql } from "drizzle-orm";
import type {
  ImportPreview,
  ImportSummary,
  SchoolChangeKind,
} from "@alongside/domain/register-import";
import type { Urn } from "@alongside/domain/school";
import type { Write } from "../connection.ts";
import { importFiles, imports } from "../schema/index.ts";

export type NewImport = Omit<typeof imports.$inferInsert, "id" | "version">;

/** One held school that an import changed: what became of it, and each value before and after. */
export type SchoolChange = {
  readonly urn: Urn;
  readonly kind: Exclude<SchoolChangeKind, "added">;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
};

export const recordImport = async (tx: Write, row: NewImport): Promise<number> => {
  const [created] = await tx.insert(imports).values(row).returning({ id: imports.id });
  if (created === undefined) throw new Error("the database gave no id");
  return created.id;
};

export const recordImportFile = async (
  tx: Write,
  importId: number,
  bytes: Buffer,
): Promise<void> => {
  await tx.insert(importFiles).values({ importId, bytes });
};

/** Ends an import that was checked, and lets its bytes go; false when someone else has ended it. */
export const recordImportEnd = async (
  tx: Write,
  given: { readonly id: number; readonly version: number },
  end: {
    readonly state: "confirmed" | "discarded";
    readonly finishedAt: string;
    readonly summary?: ImportSummary;
    readonly preview?: ImportPreview;
  },
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(imports)
    .set({ ...end, version: given.version + 1 })
    .where(and(eq(imports.id, given.id), eq(imports.version, given.version)));
  await tx.delete(importFiles).where(eq(importFiles.importId, given.id));
  return rowsAffected === 1;
};

/** Keeps a new preview of a checked import, in the place of one that no longer holds. */
export const recordImportPreview = async (
  tx: Write,
  given: { readonly id: number; readonly version: number },
  held: { readonly summary: ImportSummary; readonly preview: ImportPreview },
): Promise<void> => {
  await tx
    .update(imports)
    .set({ ...held, version: given.version + 1 })
    .where(and(eq(imports.id, given.id), eq(imports.version, given.version)));
};

/** Notes the schools that the register gains. */
export const recordSchoolsAdded = async (
  tx: Write,
  importId: number,
  urns: readonly Urn[],
): Promise<void> => {
  const kind: SchoolChangeKind = "added";
  await tx.run(sql`INSERT INTO school_changes (import_id, urn, kind)
    SELECT ${importId}, value, ${kind} FROM json_each(${JSON.stringify(urns)})`);
};

/** Notes what changes in schools that the register holds. */
export const recordSchoolChanges = async (
  tx: Write,
  importId: number,
  changes: readonly SchoolChange[],
): Promise<void> => {
  const rows = changes.map(({ urn, kind, changes: values }) => [urn, kind, JSON.stringify(values)]);
  for (let start = 0; start < rows.length; start += 3_000) {
    const part = JSON.stringify(rows.slice(start, start + 3_000));
    await tx.run(sql`INSERT INTO school_changes (import_id, urn, kind, changes)
      SELECT ${importId}, v ->> 0, v ->> 1, v ->> 2
      FROM (SELECT value AS v FROM json_each(${part}) LIMIT -1 OFFSET 0)`);
  }
};
