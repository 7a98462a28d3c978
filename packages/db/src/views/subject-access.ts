import { eq, ne, sql, type SQL } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { OtherPerson } from "@alongside/domain/subject-access";
import type { Read } from "../connection.ts";
import { people } from "../schema/index.ts";
import { personalTables, type PersonalTable } from "./personal.ts";

type Row = Readonly<Record<string, unknown>>;

export type KeptPart = {
  readonly table: string;
  readonly holds: string;
  /** How the person is named there: the column. */
  readonly as: string;
  readonly rows: readonly Row[];
};

/** Names of tables and columns come from the register alone, never from a request. */
const name = (text: string): SQL => sql.raw(`"${text}"`);

const rowsWhere = (
  read: Read,
  table: string,
  given: { readonly column: string; readonly value: string; readonly columns: readonly string[] },
): Promise<Row[]> => {
  const columns = sql.join(given.columns.map(name), sql`, `);
  return read.all<Row>(
    sql`SELECT ${columns} FROM ${name(table)} WHERE ${name(given.column)} = ${given.value} ORDER BY rowid`,
  );
};

const isRecord = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), value);

/** A record on hold or closed holds what it was before inside itself. */
const layersOf = (state: unknown): readonly unknown[] => {
  if (!isRecord(state)) return [];
  return [
    state,
    ...layersOf(state["reopensAs"]),
    ...(isRecord(state["before"]) ? layersOf(state["before"]) : []),
  ];
};

const wordsIn = (state: unknown, paths: readonly string[]): Row =>
  Object.fromEntries(
    layersOf(state).flatMap((layer) =>
      paths.flatMap((path) => {
        const words = at(layer, path);
        return words === undefined || words === "" ? [] : [[path, words] as const];
      }),
    ),
  );

const parsed = (text: unknown): unknown => (typeof text === "string" ? JSON.parse(text) : text);

const wordsOf = async (read: Read, entry: PersonalTable, id: string): Promise<KeptPart[]> => {
  if (entry.words === undefined) return [];
  const { writer, column, paths } = entry.words;
  const rows = await rowsWhere(read, entry.table, { column: writer, value: id, columns: [column] });
  const told = rows
    .map((row) => wordsIn(parsed(row[column]), paths))
    .filter((row) => Object.keys(row).length > 0);
  return [{ table: entry.table, holds: "Words that you wrote", as: writer, rows: told }];
};

type Person = { readonly id: PersonId; readonly email: string };

const partsOf = async (read: Read, entry: PersonalTable, person: Person): Promise<KeptPart[]> => {
  const { table, holds } = entry;
  const parts: KeptPart[] = [];
  for (const [column, columns] of Object.entries(entry.people)) {
    const rows = await rowsWhere(read, table, { column, value: person.id, columns });
    parts.push({ table, holds, as: column, rows });
  }
  if (entry.address !== undefined) {
    const { column, given } = entry.address;
    const rows = await rowsWhere(read, table, { column, value: person.email, columns: given });
    parts.push({ table, holds, as: column, rows });
  }
  return [...parts, ...(await wordsOf(read, entry, person.id))];
};

/** Everything that is kept of a person, table by table, as the register of personal values says; parts without a row are left out. */
export const listKeptOf = async (read: Read, person: Person): Promise<readonly KeptPart[]> => {
  const parts: KeptPart[] = [];
  for (const entry of personalTables) parts.push(...(await partsOf(read, entry, person)));
  return parts.filter(({ rows }) => rows.length > 0);
};

/** Everybody else, to be left out of what one person is told. */
export const listOthers = (read: Read, id: PersonId): Promise<readonly OtherPerson[]> =>
  read
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(ne(people.id, id));

export const findAddressOf = async (read: Read, email: string) =>
  (await read.select().from(people).where(eq(people.email, email)))[0];
