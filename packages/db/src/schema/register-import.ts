import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { IsoDate, LaCode, Urn } from "@alongside/domain/school";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type {
  ImportKind,
  ImportPreview,
  ImportState,
  ImportSummary,
  SchoolChangeKind,
} from "@alongside/domain/register-import";

/** One file that was brought in: what it was, what it would change, and who confirmed it. */
export const imports = sqliteTable(
  "imports",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** The area whose administrator brought the file; none for the whole register. */
    areaId: text().$type<AreaId>(),
    kind: text().$type<ImportKind>().notNull(),
    state: text().$type<ImportState>().notNull(),
    fileName: text().notNull(),
    /** SHA-256 of the bytes as uploaded, hexadecimal. */
    fileHash: text().notNull(),
    /** The date that the file's content speaks for. */
    asOf: text().$type<IsoDate>().notNull(),
    source: text().notNull(),
    /** The authorities whose lines were taken; none recorded when all were. */
    laCodes: text({ mode: "json" }).$type<readonly LaCode[]>(),
    summary: text({ mode: "json" }).$type<ImportSummary>().notNull(),
    preview: text({ mode: "json" }).$type<ImportPreview>().notNull(),
    startedBy: text().$type<PersonId>(),
    startedAt: text().notNull(),
    finishedAt: text(),
    version: integer().notNull().default(1),
  },
  (table) => [index("imports_by_area").on(table.areaId, table.id)],
);

/** The bytes of a file between its upload and its confirmation; removed afterwards. */
export const importFiles = sqliteTable("import_files", {
  importId: integer()
    .primaryKey()
    .references(() => imports.id),
  bytes: blob({ mode: "buffer" }).notNull(),
});

/** What an import changed in one school, value by value. */
export const schoolChanges = sqliteTable(
  "school_changes",
  {
    importId: integer()
      .notNull()
      .references(() => imports.id),
    urn: integer().$type<Urn>().notNull(),
    kind: text().$type<SchoolChangeKind>().notNull(),
    changes: text({ mode: "json" }).$type<Readonly<Record<string, readonly [unknown, unknown]>>>(),
  },
  (table) => [
    index("school_changes_by_school").on(table.urn),
    index("school_changes_by_import").on(table.importId),
  ],
);
