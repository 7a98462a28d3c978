import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { impersonalTables, personalTables } from "./personal.ts";

type Column = { readonly table: string; readonly column: string; readonly isPerson: boolean };

let database: TestDatabase;
let columns: readonly Column[];
beforeAll(async () => {
  database = await freshDatabase();
  const { rows } = await database.client.execute(
    `SELECT m.name AS "table", c.name AS "column",
       EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) f WHERE f."from" = c.name AND f."table" = 'people') AS person
     FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'
       AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' AND m.name NOT LIKE 'school_search%'`,
  );
  columns = rows.map((row) => ({
    table: String(row["table"]),
    column: String(row["column"]),
    isPerson: Number(row["person"]) === 1,
  }));
});
afterAll(() => database.drop());

const tablesOf = (): readonly string[] => [...new Set(columns.map(({ table }) => table))];

/** Names that a column which names a person has, where no foreign key says so. */
const personal =
  /(^|_)by$|^(person|owner|coordinator|sender)_id$|^(email|recipient|actor|typed_name|user_agent)$/;

/** A word that stands for something else in its table. */
const otherwise = new Set(["follow_ups.due_by", "objectives.target_by", "concerns.reply_by"]);

describe("the register of personal values", () => {
  it("knows every table of the schema, each once, and no other", () => {
    const known = [...personalTables.map(({ table }) => table), ...impersonalTables];
    expect(known.toSorted()).toEqual(tablesOf().toSorted());
  });

  it("names every column that names a person", () => {
    const named = new Map(personalTables.map((entry) => [entry.table, entry]));
    const unnamed = columns
      .filter(
        ({ table, column, isPerson }) =>
          isPerson || (personal.test(column) && !otherwise.has(`${table}.${column}`)),
      )
      .filter(({ table, column }) => {
        const entry = named.get(table);
        const given = Object.values(entry?.people ?? {}).flat();
        return !(
          Object.hasOwn(entry?.people ?? {}, column) ||
          entry?.address?.column === column ||
          given.includes(column)
        );
      })
      .map(({ table, column }) => `${table}.${column}`);
    expect(unnamed).toEqual([]);
  });

  it("names no column that is not there", () => {
    const known = new Set(columns.map(({ table, column }) => `${table}.${column}`));
    const missing = personalTables.flatMap(({ table, people, address, words, whenErased }) =>
      [
        ...Object.entries(people).flatMap(([column, given]) => [column, ...given]),
        ...(address === undefined ? [] : [address.column, ...address.given]),
        ...(words === undefined ? [] : [words.writer, words.column]),
        ...(typeof whenErased === "string" ? [] : whenErased.emptied),
      ]
        .map((column) => `${table}.${column}`)
        .filter((name) => !known.has(name)),
    );
    expect(missing).toEqual([]);
  });

  it("says of each table what it holds, why, how long and who sees it", () => {
    for (const { table, holds, why, kept, seenBy } of personalTables) {
      for (const words of [holds, why, kept, seenBy]) expect(words, table).toMatch(/\w{3}/);
    }
  });
});
