import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "@libsql/client";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { eq, sql } from "drizzle-orm";
import { toId, type PersonId } from "@alongside/domain/identity";
import { people } from "./schema/index.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const person = (id: string) => ({
  id: toId<PersonId>(id),
  name: "One Word",
  email: `${id}@alder.example`,
  createdAt: "2026-01-01T00:00:00Z",
});

/** Something done with a statement as often as it likes. */
type Work = (ask: () => PromiseLike<unknown>) => Promise<void>;

describe("the write gate", () => {
  it("lets 200 read-modify-write transactions that start together all succeed", async () => {
    await database.write((tx) => tx.insert(people).values(person("p1")));
    await Promise.all(
      Array.from({ length: 200 }, () =>
        database.write(async (tx) => {
          const [row] = await tx.select().from(people).where(eq(people.email, "p1@alder.example"));
          await tx.update(people).set({ version: (row?.version ?? 0) + 1 });
        }),
      ),
    );
    const [row] = await database.read.select().from(people);
    expect(row?.version).toBe(201);
  });

  it("rolls all of a piece of work back when it throws, and goes on", async () => {
    const work = database.write(async (tx) => {
      await tx.insert(people).values(person("p1"));
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    await database.write((tx) => tx.insert(people).values(person("p2")));
    const rows = await database.read.select().from(people);
    expect(rows.map((row) => row.email)).toEqual(["p2@alder.example"]);
  });

  it("lets everything else have its turn between two writes of a long queue", async () => {
    const loop = { turns: 0, isOver: false };
    const count = (): void => {
      loop.turns += 1;
      if (!loop.isOver) setImmediate(count);
    };
    const turnOf: number[] = [];
    setImmediate(count);
    await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        database.write(async (tx) => {
          turnOf.push(loop.turns);
          await tx.insert(people).values(person(`p${number}`));
        }),
      ),
    );
    loop.isOver = true;
    expect(new Set(turnOf).size).toBe(50);
  });

  it.for([
    ["a long write", (go: Work) => database.write((tx) => go(() => tx.select().from(people)))],
    ["many reads", (go: Work) => go(() => database.read.select().from(people))],
  ] as const)("lets everything else have its turn within %s", async ([, work]) => {
    const loop = { turns: 0, isOver: false };
    const count = (): void => {
      loop.turns += 1;
      if (!loop.isOver) setImmediate(count);
    };
    await work(async (ask) => {
      await ask();
      setImmediate(count);
      const before = loop.turns;
      for (let statement = 0; statement < 20; statement += 1) {
        const until = performance.now() + 5;
        while (performance.now() < until);
        await ask();
      }
      loop.isOver = true;
      expect(loop.turns - before).toBeGreaterThanOrEqual(5);
    });
  });

  it("waits for another process that holds the file, and then writes", async () => {
    const other = createClient({ url: database.url });
    const held = await other.transaction("write");
    await held.execute("SELECT 1");
    const release = setTimeout(() => void held.commit(), 600);
    await database.write((tx) => tx.insert(people).values(person("p1")));
    clearTimeout(release);
    other.close();
    const [row] = await database.read.select({ count: sql<number>`count(*)` }).from(people);
    expect(row?.count).toBe(1);
  });

  it("says so when a write is asked for inside another one, instead of waiting for itself", async () => {
    const nested = database.write(() =>
      database.write((tx) => tx.insert(people).values(person("p1"))),
    );
    await expect(nested).rejects.toThrow("inside another one");
    await database.write((tx) => tx.insert(people).values(person("p2")));
    const rows = await database.read.select().from(people);
    expect(rows.map((row) => row.id)).toEqual(["p2"]);
  });

  it("refuses a row that points to nothing", async () => {
    const orphan = database.write((tx) =>
      tx.run(
        sql`INSERT INTO zones (id, area_id, name, phase_group) VALUES ('z', 'none', 'North', 'all')`,
      ),
    );
    await expect(orphan).rejects.toThrow();
  });
});
