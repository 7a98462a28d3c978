import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planOf, type Recorded } from "./scale-statement.ts";
import { openScaleWorld, pages } from "./scale-world.ts";

/* The small version of `pnpm bench:scale`: how the database goes about each page, which no clock and no size has a part in. */

let folder: string;
let database: DatabaseSync;
let recorded: Readonly<Record<string, Recorded>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "alongside-scale-"));
  const size = { areas: 2, schools: 12, leaders: 6, needs: 24 };
  ({ recorded } = await openScaleWorld(folder, { size, visitsAnArea: 20 }));
  // What is known of so few rows would talk the planner into reading all of them.
  const path = join(folder, "bench.db");
  const writer = new DatabaseSync(path);
  writer.exec("DELETE FROM sqlite_stat1");
  writer.close();
  database = new DatabaseSync(path, { readOnly: true });
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** What is read whole and may be: rows made on the way, the words of a search, and an index that has nothing else in it. */
const mayBeWhole =
  /CONSTANT ROW|VIRTUAL TABLE|subquery|\b(page|placed)\b|json_each|COVERING INDEX deployments_supported/i;

/** Asked with an empty list, so that nothing is read at all. */
const isIdle = (sql: string): boolean => /where false|and 0\)|where 0/i.test(sql);

describe("each page", () => {
  it.each(Object.keys(pages))("reads no table of the country whole: %s", (name) => {
    const { statements, answer } = recorded[encodeURIComponent(name)] ?? {};
    expect(answer).toBeDefined();
    const whole = (statements ?? [])
      .filter(({ sql }) => !isIdle(sql))
      .flatMap((statement) => planOf(database, statement).map((step) => [step, statement.sql]))
      .filter(([step = ""]) => step.startsWith("SCAN") && !mayBeWhole.test(step));
    expect(whole).toEqual([]);
  });

  it("asks a number of statements that does not grow with its rows", () => {
    for (const [name, { statements }] of Object.entries(recorded))
      expect([name, statements.length], name).toSatisfy(
        ([, count]: [string, number]) => count > 0 && count <= 20,
      );
  });
});
