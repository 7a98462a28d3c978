import type { Client, InArgs, InStatement, ResultSet, Row, Value } from "@libsql/client";
import Libsql from "libsql";
import type { Turns } from "./turn.ts";

/** Statements that stay prepared: more than the product has, with room for lists of ids of every length. */
const keptStatements = 400;

const cells = Symbol("cells");
type Cells = { readonly [cells]: readonly Value[] };

type Prepared = {
  readonly all: (args: readonly unknown[]) => readonly (readonly Value[])[];
  readonly names: readonly string[];
  /** The columns that can be read by name. */
  readonly named: readonly { readonly name: string; readonly place: number }[];
  /** What all rows of the statement share: each value by its place, and how many there are. */
  readonly shape: object;
};

const shapeOf = (names: readonly string[]): object => {
  const shape = Object.defineProperty(Object.create(null), "length", { value: names.length });
  for (const place of names.keys())
    Object.defineProperty(shape, place, {
      get(this: Cells) {
        return this[cells][place];
      },
    });
  return shape;
};

/** Guarantee: `raw` statements answer rows as lists of values, each in its place. */
const prepare = (database: Libsql.Database, sql: string): Prepared => {
  const statement = database.prepare(sql).raw(true);
  const names = statement.columns().map(({ name }) => name);
  const shape = shapeOf(names);
  const named = names
    .map((name, place) => ({ name, place }))
    .filter(({ name, place }) => names.indexOf(name) === place && !(name in shape));
  const all = (args: readonly unknown[]) => statement.all(args) as readonly (readonly Value[])[];
  return { all, names, named, shape };
};

/** Guarantee: a row as the library's own: by place, by name, with its length; of two columns of one name the first counts. */
const toRow = ({ named, shape }: Prepared, values: readonly Value[]): Row => {
  const row = Object.create(shape) as Record<string | symbol, unknown>;
  row[cells] = values;
  for (const { name, place } of named) row[name] = values[place];
  return row as unknown as Row;
};

/** SQLite knows no truth values, and what is not there is a slip of ours. */
const toArgument = (value: unknown): unknown => {
  if (value === undefined) throw new TypeError("undefined is no argument of a statement");
  return typeof value === "boolean" ? Number(value) : value;
};

const argumentsOf = (args: InArgs = []): readonly unknown[] => {
  if (!Array.isArray(args)) throw new TypeError("arguments are given by their place");
  return args.map(toArgument);
};

const pathOf = (url: string): string =>
  decodeURIComponent(url.slice("file:".length).replace(/^\/\/(localhost)?(?=\/)/, ""));

type Connection = { readonly database: Libsql.Database; readonly kept: Map<string, Prepared> };

/** The statement prepared, now or before; of too many the one used longest ago goes. */
const take = ({ database, kept }: Connection, sql: string): Prepared => {
  const statement = kept.get(sql) ?? prepare(database, sql);
  kept.delete(sql);
  kept.set(sql, statement);
  const [oldest] = kept.keys();
  if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest);
  return statement;
};

const resultOf = (statement: Prepared, args: readonly unknown[]): ResultSet => {
  const rows = statement.all(args).map((values) => toRow(statement, values));
  const columns = [...statement.names];
  const written = { rowsAffected: 0, lastInsertRowid: undefined };
  return { columns, columnTypes: [], rows, ...written, toJSON: () => ({ columns, rows }) };
};

const closed = (): Error =>
  Object.assign(new Error("the database was closed"), { code: "CLIENT_CLOSED" });

/**
 * A client of one file for reading that prepares each statement once: to prepare it again and to name its columns again was three tenths of what a
 * request cost. Rows are those of `@libsql/client`; integers are numbers. Throws what SQLite says, with its `code`; a connection that failed is not used again.
 */
export const createPreparedClient = (given: {
  readonly url: string;
  readonly timeout: number;
  readonly room: Turns;
}): Pick<Client, "execute" | "close"> => {
  const open = (): Connection => ({
    database: new Libsql(pathOf(given.url), { timeout: given.timeout }),
    kept: new Map(),
  });
  let connection: Connection | undefined = open();

  const close = (): void => {
    connection?.kept.clear();
    connection?.database.close();
    connection = undefined;
  };

  const execute = async (asked: InStatement | string, more?: InArgs): Promise<ResultSet> => {
    const { sql, args } = typeof asked === "string" ? { sql: asked, args: more } : asked;
    const values = argumentsOf(args);
    await given.room();
    if (connection === undefined) throw closed();
    try {
      return resultOf(take(connection, sql), values);
    } catch (error) {
      close();
      connection = open();
      throw error;
    }
  };
  return { execute, close };
};
