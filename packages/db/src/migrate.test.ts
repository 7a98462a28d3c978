import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type Client } from "@libsql/client";
import { isLaCode } from "@alongside/domain/school";
import { freshFile } from "@alongside/testkit";
import { drizzle } from "drizzle-orm/libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assertWhole, migrateDatabase } from "./migrate.ts";
import * as schema from "./schema/index.ts";
import { verifyChain } from "./views/audit.ts";
import { searchSchools } from "./views/school-search.ts";

const fixtures = join(import.meta.dirname, "../fixtures");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "alongside-older-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Columns = ReadonlyMap<string, readonly string[]>;

/** The columns of every table, apart from those that the search and the migrations keep for themselves. */
const columnsOf = async (client: Client): Promise<Columns> => {
  const { rows } = await client.execute(
    `SELECT m.name AS name, group_concat(c.name) AS columns FROM sqlite_schema m, pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name NOT LIKE 'school_search%' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'
       AND m.name NOT LIKE 'sqlite_%' GROUP BY m.name`,
  );
  return new Map(rows.map((row) => [String(row["name"]), String(row["columns"]).split(",")]));
};

/** The content of the tables, in the columns that are asked for, as one text each. */
const contentOf = async (
  client: Client,
  columns: Columns,
): Promise<ReadonlyMap<string, string>> => {
  const content = new Map<string, string>();
  for (const [table, names] of columns) {
    const list = names.map((name) => `"${name}"`).join(", ");
    const { rows } = await client.execute(`SELECT ${list} FROM "${table}" ORDER BY rowid`);
    content.set(table, JSON.stringify(rows));
  }
  return content;
};

const findsItsFirstSchool = async (client: Client): Promise<boolean> => {
  const [row] = (await client.execute("SELECT urn, name, la_code FROM schools LIMIT 1")).rows;
  const laCodes = [String(row?.["la_code"])].filter(isLaCode);
  const scope = { laCodes, limit: 5 };
  const [hit] = await searchSchools(drizzle(client), scope, String(row?.["name"]));
  return hit !== undefined && hit.urn === row?.["urn"];
};

describe.each(["populated-0008.sql", "populated-0017.sql"])(
  "a database of an older version, %s",
  (name) => {
    it("comes to the newest version with every row that it had, whole, and with its chain of events", async () => {
      const url = `file:${join(folder, "older.db")}`;
      const client = createClient({ url });
      await client.executeMultiple(readFileSync(join(fixtures, name), "utf8"));
      const before = await columnsOf(client);
      const content = await contentOf(client, before);
      expect([...content.values()].filter((rows) => rows !== "[]").length).toBeGreaterThan(15);
      await migrateDatabase({ url });
      expect(await contentOf(client, before)).toEqual(content);
      expect(await findsItsFirstSchool(client)).toBe(true);
      const newest = await freshFile();
      const fresh = createClient({ url: newest.url });
      expect(await columnsOf(client)).toEqual(await columnsOf(fresh));
      fresh.close();
      newest.remove();
      const { rows } = await client.execute("PRAGMA integrity_check");
      expect(rows[0]?.[0]).toBe("ok");
      expect((await client.execute("PRAGMA foreign_key_check")).rows).toEqual([]);
      const { events, fault } = await verifyChain(
        drizzle(client, { schema, casing: "snake_case" }),
      );
      expect(fault).toBeNull();
      expect(events).toBeGreaterThan(30);
      client.close();
    });
  },
);

it("refuses a file with a damaged page, wherever it is, and lets a whole one and a new one through", async () => {
  const place = await freshFile();
  const path = place.url.slice("file:".length);
  await assertWhole({ url: place.url });
  await assertWhole({ url: `file:${join(folder, "new.db")}` });
  const whole = readFileSync(path);
  for (const page of [2, 40, Math.floor(whole.length / 4_096) - 1]) {
    const spoilt = Buffer.from(whole).fill(0xa5, page * 4_096, (page + 1) * 4_096);
    writeFileSync(path, spoilt);
    await expect(assertWhole({ url: place.url })).rejects.toThrow("alongside restore");
  }
  place.remove();
});

it("changes nothing when it is run on the newest version", async () => {
  const place = await freshFile();
  const client = createClient({ url: place.url });
  const applied = async () =>
    (await client.execute("SELECT count(*) FROM __drizzle_migrations")).rows[0]?.[0];
  const before = await applied();
  await migrateDatabase({ url: place.url });
  expect(await applied()).toBe(before);
  client.close();
  place.remove();
});
