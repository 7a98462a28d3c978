import { hash } from "node:crypto";
import { getTableColumns, sql, type SQL } from "drizzle-orm";
import { toSearchWords, type SchoolRecord, type Urn } from "@alongside/domain/school";
import type { Write } from "../connection.ts";
import { schools } from "../schema/index.ts";
import { searchWordsOf } from "../search-index.ts";
import { selectRows, toColumnName } from "./bulk.ts";

type Column = keyof typeof schools.$inferSelect;

/** Which import vouches for which values. A group that a file has no column of keeps the import that it had. */
const groups = {
  placeImportId: ["easting", "northing", "ward", "district", "urbanRural"],
  pupilsImportId: ["pupils", "capacity", "percentageFsm"],
  trustImportId: ["trustCode", "trustName"],
} as const satisfies Partial<Record<Column, readonly Column[]>>;

/**
 * A school as a file states it, ready to be written. Text alone: a whole register of records with a string for every
 * value takes ten times the memory, and most of them are never looked at again.
 */
export type StatedSchool = {
  readonly urn: Urn;
  /** The stated values as JSON, in the order of the table's columns. */
  readonly row: string;
  /** The same for the same values of the same columns. */
  readonly fingerprint: string;
  readonly sought: Pick<SchoolRecord, "laCode" | "name" | "postcode" | "town">;
};

const chunk = 1_500;

/** The import columns that a file with these columns answers for. */
export const vouchedGroups = (stated: ReadonlySet<string>): readonly Column[] => [
  "profileImportId",
  ...(Object.entries(groups) as [keyof typeof groups, readonly Column[]][])
    .filter(([, columns]) => columns.some((column) => stated.has(column)))
    .map(([group]) => group),
];

/** The register's columns that a record states, in the order of the table. */
const statedColumns = (stated: ReadonlySet<string>): readonly Column[] =>
  (Object.keys(getTableColumns(schools)) as Column[]).filter((column) => stated.has(column));

const raw = (text: string): SQL => sql.raw(text);

/** Makes records ready to be written. `stated` names the columns that their file has. */
export const stateSchools = (
  stated: ReadonlySet<string>,
): ((record: SchoolRecord) => StatedSchool) => {
  const columns = statedColumns(stated);
  const layout = hash("sha1", columns.join(","), "base64url").slice(0, 6);
  return (record) => {
    const values: Readonly<Partial<Record<Column, unknown>>> = record;
    const row = JSON.stringify(columns.map((column) => values[column] ?? null));
    const { urn, laCode, name, postcode = null, town = null } = record;
    const fingerprint = `${layout}${hash("sha1", row, "base64url")}`;
    return { urn, row, fingerprint, sought: { laCode, name, postcode, town } };
  };
};

/** The records again that were stated with these columns: the same keys, the same values. */
export const statedRecords = (
  stated: ReadonlySet<string>,
): ((school: StatedSchool) => SchoolRecord) => {
  const columns = statedColumns(stated);
  return ({ row }) => {
    const values = JSON.parse(row) as readonly unknown[];
    return Object.fromEntries(columns.map((column, at) => [column, values[at]])) as SchoolRecord;
  };
};

const withFingerprint = ({ row, fingerprint }: StatedSchool): string =>
  `${row.slice(0, -1)},"${fingerprint}"]`;

const upsert = (columns: readonly Column[], vouched: readonly Column[], importId: number) => {
  const names = [...columns, "fingerprint" as const, ...vouched].map(toColumnName);
  const updates = names.slice(1).map((name) => `${name} = excluded.${name}`);
  const rowsOf = selectRows(
    columns.length + 1,
    vouched.map(() => String(Math.trunc(importId))),
  );
  return (rows: string): SQL =>
    sql`INSERT INTO schools (${raw(names.join(", "))}) ${rowsOf(rows)} WHERE true
        ON CONFLICT (urn) DO UPDATE SET ${raw(updates.join(", "))}`;
};

/** Towns and the like come again and again. */
const remembering = (make: (text: string) => string): ((text: string) => string) => {
  const made = new Map<string, string>();
  return (text) => {
    const known = made.get(text) ?? make(text);
    made.set(text, known);
    return known;
  };
};

const searchRowWith =
  (townWords: (town: string) => string) =>
  ({ urn, sought }: StatedSchool): readonly [Urn, string] => [
    urn,
    searchWordsOf({ urn, ...sought }, townWords),
  ];

/**
 * Writes schools as a file states them: values of columns that the file has not stay as they were.
 * `stated` names the columns that the file has.
 */
export const recordSchools = async (
  tx: Write,
  given: { readonly stated: ReadonlySet<string>; readonly importId: number },
  rows: readonly StatedSchool[],
): Promise<void> => {
  const columns = statedColumns(given.stated);
  const statement = upsert(columns, vouchedGroups(given.stated), given.importId);
  const toSearchRow = searchRowWith(remembering(toSearchWords));
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk);
    await tx.run(statement(`[${part.map(withFingerprint).join(",")}]`));
    const words = JSON.stringify(part.map(toSearchRow));
    await tx.run(sql`INSERT OR REPLACE INTO school_search (rowid, words) ${selectRows(2)(words)}`);
  }
};

/** Notes that a newer file says the same of these schools: their as-of date moves, their values do not. */
export const recordSchoolsConfirmed = async (
  tx: Write,
  given: { readonly stated: ReadonlySet<string>; readonly importId: number },
  urns: readonly Urn[],
): Promise<void> => {
  if (urns.length === 0) return;
  const set = vouchedGroups(given.stated)
    .map((group) => `${toColumnName(group)} = ${Math.trunc(given.importId)}`)
    .join(", ");
  await tx.run(sql`UPDATE schools SET ${raw(set)}
                   WHERE urn IN (SELECT value FROM json_each(${JSON.stringify(urns)}))`);
};
