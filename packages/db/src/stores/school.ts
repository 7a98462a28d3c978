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

/** A school as a file states it. */
export type StatedSchool = {
  readonly record: SchoolRecord;
  /** The stated values as JSON, in the order of the table's columns. */
  readonly row: string;
  /** The same for the same values of the same columns. */
  readonly fingerprint: string;
};

/** Schools as JSON: their rows, and the words that each is found by under its URN. */
type Page = { readonly rows: string; readonly words: string };

/**
 * Schools as a file states them, ready to be written. Text alone, by the page: a whole register of records with a
 * string for every value takes ten times the memory, and most of them are never looked at again.
 */
export type StatedSchools = { readonly urns: readonly Urn[]; readonly pages: readonly Page[] };

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

/** Reads what records state. `stated` names the columns that their file has. */
export const stateSchools = (
  stated: ReadonlySet<string>,
): ((record: SchoolRecord) => StatedSchool) => {
  const columns = statedColumns(stated);
  const layout = hash("sha1", columns.join(","), "base64url").slice(0, 6);
  return (record) => {
    const values: Readonly<Partial<Record<Column, unknown>>> = record;
    const row = JSON.stringify(columns.map((column) => values[column] ?? null));
    return { record, row, fingerprint: `${layout}${hash("sha1", row, "base64url")}` };
  };
};

const beyondLatin1 = /[\u0100-\uffff]/;
const allBeyondLatin1 = /[\u0100-\uffff]/g;

const escaped = (letter: string): string =>
  `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** The same JSON in letters of one byte: one curly apostrophe would make two bytes of each letter of its page. */
const inLatin1 = (json: string): string =>
  beyondLatin1.test(json) ? json.replace(allBeyondLatin1, escaped) : json;

const withFingerprint = ({ row, fingerprint }: StatedSchool): string =>
  `${inLatin1(row).slice(0, -1)},"${fingerprint}"]`;

/** Towns and the like come again and again. */
const remembering = (make: (text: string) => string): ((text: string) => string) => {
  const made = new Map<string, string>();
  return (text) => {
    const known = made.get(text) ?? make(text);
    made.set(text, known);
    return known;
  };
};

const schoolsInPage = 300;
const pagesOfWords = 50;

/** Gathers schools to be written later. */
export const gatherSchools = (): {
  readonly add: (school: StatedSchool) => void;
  readonly gathered: () => StatedSchools;
} => {
  const urns: Urn[] = [];
  const pages: Page[] = [];
  const townWords = remembering(toSearchWords);
  let rows: string[] = [];
  let words: string[] = [];
  const turnPage = (): void => {
    pages.push({ rows: `[${rows.join(",")}]`, words: words.join(",") });
    rows = [];
    words = [];
  };
  return {
    add: (school) => {
      const { urn } = school.record;
      urns.push(urn);
      words.push(`"${urn}":"${searchWordsOf(school.record, townWords)}"`);
      if (rows.push(withFingerprint(school)) === schoolsInPage) turnPage();
    },
    gathered: () => {
      if (rows.length > 0) turnPage();
      return { urns, pages };
    },
  };
};

/** The records again that were stated with these columns: the same keys, the same values. */
export const statedRecords = (
  stated: ReadonlySet<string>,
  { pages }: StatedSchools,
): readonly SchoolRecord[] => {
  const columns = statedColumns(stated);
  const toRecord = (values: readonly unknown[]): SchoolRecord =>
    Object.fromEntries(columns.map((column, at) => [column, values[at]])) as SchoolRecord;
  return pages.flatMap(({ rows }) => (JSON.parse(rows) as readonly unknown[][]).map(toRecord));
};

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

const recordSearchWords = (pages: readonly Page[]): SQL => {
  const words = `{${pages.map((page) => page.words).join(",")}}`;
  return sql`INSERT OR REPLACE INTO school_search (rowid, words)
             SELECT CAST(key AS INTEGER), value FROM json_each(${words})`;
};

/**
 * Writes schools as a file states them: values of columns that the file has not stay as they were.
 * `stated` names the columns that the file has. Words come last and ten thousand schools at once: the index of words
 * is put in order again after every statement, of whatever table.
 */
export const recordSchools = async (
  tx: Write,
  given: { readonly stated: ReadonlySet<string>; readonly importId: number },
  { pages }: StatedSchools,
): Promise<void> => {
  const columns = statedColumns(given.stated);
  const statement = upsert(columns, vouchedGroups(given.stated), given.importId);
  for (const { rows } of pages) await tx.run(statement(rows));
  for (let start = 0; start < pages.length; start += pagesOfWords)
    await tx.run(recordSearchWords(pages.slice(start, start + pagesOfWords)));
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
