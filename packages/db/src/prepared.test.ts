import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type Client } from "@libsql/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isOutage } from "./fault.ts";
import { createPreparedClient } from "./prepared.ts";

let folder: string;
let writer: Client;
let reader: ReturnType<typeof createPreparedClient>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "alongside-prepared-"));
  const url = `file:${join(folder, "a database.db")}`;
  writer = createClient({ url });
  await writer.executeMultiple(
    "PRAGMA journal_mode = WAL; CREATE TABLE schools (urn INTEGER PRIMARY KEY, name TEXT, share REAL, mark BLOB);" +
      "INSERT INTO schools VALUES (1, 'Alder', 0.5, NULL), (2, 'Birch', NULL, x'00ff')",
  );
  reader = createPreparedClient({ url, timeout: 20, room: async () => {} });
});

afterEach(() => {
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
});

const byUrn = "SELECT urn, name, share FROM schools WHERE urn = ?";

describe("a statement that stays prepared", () => {
  it("answers rows as the library does: by name, by place, with their length", async () => {
    const sql = "SELECT a.urn, a.name, b.name, a.share FROM schools a JOIN schools b ON b.urn = ?";
    const [own, theirs] = await Promise.all(
      [reader, writer].map((each) => each.execute({ sql, args: [2] })),
    );
    const shown = own?.rows.map((row) => [Object.entries(row), Array.from(row), row.length]);
    expect(shown).toEqual(
      theirs?.rows.map((row) => [Object.entries(row), Array.from(row), row.length]),
    );
    expect(shown?.[0]).toEqual([
      [
        ["urn", 1],
        ["name", "Alder"],
        ["share", 0.5],
      ],
      [1, "Alder", "Birch", 0.5],
      4,
    ]);
    expect(own?.columns).toEqual(["urn", "name", "name", "share"]);
  });

  it("takes other arguments each time, truth values too, and none that are not there", async () => {
    for (const [urn, name] of [
      [2, "Birch"],
      [1, "Alder"],
      [2, "Birch"],
    ] as const)
      expect((await reader.execute({ sql: byUrn, args: [urn] })).rows[0]?.["name"]).toBe(name);
    expect((await reader.execute({ sql: byUrn, args: [true] })).rows[0]?.["name"]).toBe("Alder");
    expect((await reader.execute({ sql: byUrn, args: [3] })).rows).toEqual([]);
    const missing = [undefined] as unknown as [null];
    await expect(reader.execute({ sql: byUrn, args: missing })).rejects.toThrow("undefined");
    await expect(reader.execute({ sql: byUrn, args: { urn: 1 } })).rejects.toThrow("place");
  });

  it("sees what was written since, and a table that has changed", async () => {
    await reader.execute({ sql: byUrn, args: [1] });
    await writer.execute("UPDATE schools SET name = 'Ash' WHERE urn = 1");
    expect((await reader.execute({ sql: byUrn, args: [1] })).rows[0]?.["name"]).toBe("Ash");
    await writer.execute("ALTER TABLE schools ADD COLUMN town TEXT");
    await writer.execute("CREATE INDEX by_name ON schools (name)");
    expect((await reader.execute({ sql: byUrn, args: [1] })).rows[0]?.["name"]).toBe("Ash");
  });

  it("reads more rows than come at a time, and keeps no write waiting after it", async () => {
    const many =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n";
    for (const count of [99, 100, 101, 250])
      expect((await reader.execute({ sql: many, args: [count] })).rows).toHaveLength(count);
    await writer.execute("DELETE FROM schools");
    await writer.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    expect((await reader.execute("SELECT count(*) FROM schools")).rows[0]?.[0]).toBe(0);
  });

  it("goes on after a statement that failed", async () => {
    await expect(reader.execute("SELECT urn FROM nowhere")).rejects.toThrow("nowhere");
    expect((await reader.execute({ sql: byUrn, args: [1] })).rows[0]?.["name"]).toBe("Alder");
  });

  it("keeps as many as it has room for, and goes on with more", async () => {
    for (let number = 0; number < 900; number += 1)
      expect((await reader.execute(`SELECT ${number % 450}`)).rows[0]?.[0]).toBe(number % 450);
  });

  it("says that it was closed, as an outage", async () => {
    reader.close();
    const fault: unknown = await reader.execute("SELECT 1").catch((error: unknown) => error);
    expect(isOutage(fault)).toBe(true);
    reader.close();
  });
});
