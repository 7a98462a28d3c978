import { DatabaseSync } from "node:sqlite";
import { appRouter, type ApiContext } from "@alongside/api";
import { openDatabase } from "@alongside/db";

export type Argument = string | number | null;
export type Statement = { readonly sql: string; readonly args: readonly Argument[] };

/** The statements that a page asks the database, in their order, and what it answers. */
export type Recorded = { readonly statements: readonly Statement[]; readonly answer: unknown };

export type Page = { readonly path: string; readonly input: Readonly<Record<string, unknown>> };

const toArgument = (value: unknown): Argument => {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "string" || typeof value === "number" || value === null
    ? value
    : JSON.stringify(value);
};

type Callable = (input: unknown) => Promise<unknown>;

/** Guarantee: the path is one of a query of the router, whose functions take any input and check it. */
const procedureAt = (caller: unknown, path: string): Callable =>
  path
    .split(".")
    .reduce((part, name) => (part as Readonly<Record<string, unknown>>)[name], caller) as Callable;

/** Asks a page in this process and writes down every statement that it takes. */
export const recordPage = async (url: string, ctx: ApiContext, page: Page): Promise<Recorded> => {
  const statements: Statement[] = [];
  const database = openDatabase({ url }, (sql, params) => {
    statements.push({ sql, args: params.map(toArgument) });
  });
  const caller = appRouter.createCaller({ ...ctx, read: database.read });
  const answer: unknown = await procedureAt(caller, page.path)(page.input);
  database.close();
  return { statements, answer: JSON.parse(JSON.stringify(answer ?? null)) };
};

export type Slowest = {
  readonly sql: string;
  /** Milliseconds, the median of a few runs. */
  readonly took: number;
  readonly plan: readonly string[];
};

const runs = 15;

const timeOf = (database: DatabaseSync, { sql, args }: Statement): number => {
  const prepared = database.prepare(sql);
  const took = Array.from({ length: runs }, () => {
    const started = performance.now();
    prepared.all(...args);
    return performance.now() - started;
  });
  return took.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
};

/** How the database goes about a statement, step by step. */
export const planOf = (database: DatabaseSync, { sql, args }: Statement): readonly string[] =>
  database
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...args)
    .map(({ detail }) => String(detail));

/** The statement of a page that takes longest, and how the database goes about it. */
export const slowestOf = (path: string, { statements }: Recorded): Slowest | undefined => {
  const database = new DatabaseSync(path, { readOnly: true });
  const timed = statements.map((each) => ({ each, took: timeOf(database, each) }));
  const [slowest] = timed.toSorted((a, b) => b.took - a.took);
  if (slowest === undefined) return undefined;
  const plan = planOf(database, slowest.each);
  database.close();
  return { sql: slowest.each.sql, took: slowest.took, plan };
};
