import { personalTables, type PersonalTable } from "@alongside/db/views/personal";
import type { TestDatabase } from "@alongside/testkit";

/** For tests alone: rows in every table that names a person, with words in every column that tell whose they are. */
export type Planted = { readonly ofSubject: readonly string[] };

type Column = { readonly name: string; readonly type: string; readonly isNeeded: boolean };
type Person = { readonly id: string; readonly email: string };
type Pair = { readonly subject: Person; readonly other: Person };

const columnsOf = async ({ client }: TestDatabase, table: string): Promise<readonly Column[]> => {
  const { rows } = await client.execute(
    `SELECT name, type, "notnull" AS needed FROM pragma_table_info('${table}')`,
  );
  return rows.map((row) => ({
    name: String(row["name"]),
    type: String(row["type"]).toLowerCase(),
    isNeeded: Number(row["needed"]) === 1,
  }));
};

/** Columns that hold a figure of a closed list, which the tables check. */
const fixed: Readonly<Record<string, number>> = { level: 1, half_days: 0 };

/** Columns with JSON in them. */
const json = new Set([
  "need",
  "visit",
  "supply",
  "conflict",
  "offer",
  "deployment",
  "cards",
  "ranking",
  "rules",
  "round",
  "content",
  "served_by_band",
  "summary",
  "preview",
  "la_codes",
]);

let numbers = 5_000;

const nested = (path: string, value: string): unknown =>
  path.split(".").reduceRight<unknown>((inside, key) => ({ [key]: inside }), value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const merged = (one: unknown, other: unknown): unknown => {
  if (!isRecord(one) || !isRecord(other)) return other;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    keys.map((key) => [
      key,
      key in one && key in other ? merged(one[key], other[key]) : (other[key] ?? one[key]),
    ]),
  );
};

type Row = {
  readonly entry: PersonalTable;
  /** Which column names the subject; undefined for a row of the other person alone. */
  readonly as: string | undefined;
  readonly pair: Pair;
};

/** The value of one column, and the words of the subject that are in it. */
const valueOf = (
  { entry, as, pair }: Row,
  column: Column,
): { value: string | number; words: readonly string[] } => {
  const { name } = column;
  const { subject, other } = pair;
  numbers += 1;
  if (name === as)
    return { value: entry.address?.column === as ? subject.email : subject.id, words: [] };
  if (Object.hasOwn(entry.people, name)) return { value: other.id, words: [] };
  if (name === entry.address?.column) return { value: other.email, words: [] };
  if (name === "area_id") return { value: "here", words: [] };
  if (fixed[name] !== undefined) return { value: fixed[name], words: [] };
  const mark = `SUBJECTMARK${numbers}`;
  const words = entry.words;
  if (words !== undefined && name === words.column) {
    const mine =
      as === words.writer
        ? words.paths.map((path) => nested(path, `${mark} met ${other.email}`))
        : [];
    const state = [...mine, { elsewhere: "OTHERMARK", by: other.id }].reduce<unknown>(merged, {});
    return { value: JSON.stringify(state), words: mine.length > 0 ? [mark] : [] };
  }
  if (column.type.startsWith("int") || column.type === "real") return { value: numbers, words: [] };
  const given = as === entry.address?.column ? entry.address?.given : entry.people[as ?? ""];
  const isGiven = as !== undefined && given?.includes(name) === true;
  const text = isGiven ? `${mark} with ${other.email}` : `OTHERMARK${numbers}`;
  return { value: json.has(name) ? JSON.stringify({ text }) : text, words: isGiven ? [mark] : [] };
};

const plantRow = async (database: TestDatabase, row: Row): Promise<readonly string[]> => {
  const columns = await columnsOf(database, row.entry.table);
  const cells = columns.map((column) => ({ name: column.name, ...valueOf(row, column) }));
  const names = cells.map(({ name }) => `"${name}"`).join(", ");
  const statement = {
    sql: `INSERT INTO "${row.entry.table}" (${names}) VALUES (${cells.map(() => "?").join(", ")})`,
    args: cells.map(({ value }) => value),
  };
  // A server forgets a setting from one request to the next: what looks away from references goes there together.
  await (database.isRemote
    ? database.client.migrate([statement])
    : database.client.execute(statement));
  return cells.flatMap(({ words }) => words);
};

const loosen = async ({ client }: TestDatabase): Promise<void> => {
  await client.execute("PRAGMA foreign_keys = OFF");
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name NOT LIKE 'event%'",
  );
  for (const { name } of rows) await client.execute(`DROP TRIGGER "${String(name)}"`);
};

/** Tables whose rows are the people themselves, or the log: they are there already. */
const own = new Set(["people", "events"]);

/** Plants a row for every way in which a table names a person, and one of the other person alone. */
export const plantEverywhere = async (database: TestDatabase, pair: Pair): Promise<Planted> => {
  await loosen(database);
  const ofSubject: string[] = [];
  for (const entry of personalTables.filter(({ table }) => !own.has(table))) {
    const ways = [
      ...Object.keys(entry.people),
      ...(entry.address === undefined ? [] : [entry.address.column]),
    ];
    for (const as of [...ways, undefined]) {
      ofSubject.push(...(await plantRow(database, { entry, as, pair })));
    }
  }
  return { ofSubject };
};

/** Where in the whole database a text stands, as `table.column`. */
export const placesOf = async (
  database: TestDatabase,
  text: string,
): Promise<readonly string[]> => {
  const found: string[] = [];
  const { rows: tables } = await database.client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'school_search%'",
  );
  for (const { name } of tables) {
    for (const column of await columnsOf(database, String(name))) {
      const { rows } = await database.client.execute({
        sql: `SELECT 1 FROM "${String(name)}" WHERE instr(CAST("${column.name}" AS TEXT), ?) LIMIT 1`,
        args: [text],
      });
      if (rows.length > 0) found.push(`${String(name)}.${column.name}`);
    }
  }
  return found;
};
