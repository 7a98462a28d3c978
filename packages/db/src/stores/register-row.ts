import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { Read, Write } from "../connection.ts";
import {
  areaOutcomes,
  inspections,
  outcomes,
  schoolLinks,
  trustMemberships,
} from "../schema/index.ts";
import { selectRows, toColumnName } from "./bulk.ts";

/** Public facts that are kept line by line, each table with the columns that tell its rows apart. */
const tables = {
  links: { table: schoolLinks, name: "school_links", keys: ["urn", "linkUrn", "statedType"] },
  trusts: {
    table: trustMemberships,
    name: "trust_memberships",
    keys: ["urn", "groupUid", "joined"],
  },
  inspections: {
    table: inspections,
    name: "inspections",
    keys: ["urn", "framework", "inspectedOn"],
  },
  outcomes: { table: outcomes, name: "outcomes", keys: ["urn", "measure", "year"] },
  areaOutcomes: {
    table: areaOutcomes,
    name: "area_outcomes",
    keys: ["areaCode", "measure", "year"],
  },
} as const;

export type RowTable = keyof typeof tables;

/** One row to be: its values by column, all but the import that brought it. */
export type RegisterRow = Readonly<Record<string, unknown>>;

const chunk = 2_000;

const columnsOf = (name: RowTable): readonly string[] =>
  Object.keys(getTableColumns(tables[name].table)).filter((column) => column !== "importId");

/** Tells rows of one table apart. */
export const keyOf = (name: RowTable, row: RegisterRow): string =>
  tables[name].keys.map((key) => String(row[key])).join(" ");

/** The values of a row in one form, to see whether two rows say the same. */
export const contentOf = (name: RowTable, row: RegisterRow): string =>
  JSON.stringify(columnsOf(name).map((column) => row[column] ?? null));

/** What the register holds in a table: the content of each row by its key. */
export const heldRows = async (
  read: Read,
  name: RowTable,
): Promise<ReadonlyMap<string, string>> => {
  const rows: readonly RegisterRow[] = await read.select().from(tables[name].table);
  return new Map(rows.map((row) => [keyOf(name, row), contentOf(name, row)]));
};

/** JSON columns hold text; SQLite would take an object apart. */
const cellOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : (value ?? null);

const upsert = (name: RowTable, importId: number): ((rows: string) => SQL) => {
  const columns = columnsOf(name).map(toColumnName);
  const names = [...columns, "import_id"];
  const updates = names.map((each) => `${each} = excluded.${each}`);
  const keys = tables[name].keys.map(toColumnName);
  const rowsOf = selectRows(columns.length, [String(Math.trunc(importId))]);
  return (rows) =>
    sql`INSERT INTO ${sql.raw(tables[name].name)} (${sql.raw(names.join(", "))}) ${rowsOf(rows)} WHERE true
        ON CONFLICT (${sql.raw(keys.join(", "))}) DO UPDATE SET ${sql.raw(updates.join(", "))}`;
};

/** Writes rows, in the place of those with the same key. */
export const recordRows = async (
  tx: Write,
  given: { readonly table: RowTable; readonly importId: number },
  rows: readonly RegisterRow[],
): Promise<void> => {
  const statement = upsert(given.table, given.importId);
  const columns = columnsOf(given.table);
  const cells = rows.map((row) => columns.map((column) => cellOf(row[column])));
  for (let start = 0; start < rows.length; start += chunk) {
    await tx.run(statement(JSON.stringify(cells.slice(start, start + chunk))));
  }
};
