import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { sql } from "drizzle-orm";
import { recordEvent, recordWordsErased } from "../stores/event.ts";
import { verifyChain } from "./audit.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const trace = { at: "2026-01-05T09:00:00.000Z", actor: "p1", requestId: "r1" };
const event = (version: number) => ({
  areaId: null,
  entity: "zone",
  entityId: "z1",
  entityVersion: version,
  kind: "zone-renamed",
  payload: { name: `North ${version}` },
});

const recordThree = () =>
  database.write(async (tx) => {
    for (const version of [1, 2, 3]) await recordEvent(tx, trace, event(version));
  });

const tamper = async (statement: string) => {
  await database.client.execute("DROP TRIGGER events_are_never_changed");
  await database.client.execute("DROP TRIGGER events_are_never_deleted");
  await database.client.execute(statement);
};

describe("the event log", () => {
  it("verifies when nothing was touched", async () => {
    await recordThree();
    expect(await verifyChain(database.read)).toMatchObject({ events: 3, erased: 0, fault: null });
  });

  it("refuses a change and a deletion in the database itself", async () => {
    await recordThree();
    await expect(
      database.write((tx) => tx.run(sql`UPDATE events SET actor = 'p2'`)),
    ).rejects.toThrow();
    await expect(database.write((tx) => tx.run(sql`DELETE FROM events`))).rejects.toThrow();
  });

  it("stays whole when words are erased, as long as an act of erasure names them", async () => {
    await recordThree();
    await database.write((tx) =>
      recordWordsErased(tx, trace, { areaId: null, why: "a person left", seqs: [2, 3] }),
    );
    expect(await verifyChain(database.read)).toMatchObject({ events: 4, erased: 2, fault: null });
    await database.write((tx) =>
      tx.run(sql`UPDATE events SET payload = NULL, payload_salt = NULL WHERE seq = 1`),
    );
    expect((await verifyChain(database.read)).fault?.seq).toBe(1);
  });

  it.each([
    ["another actor", "UPDATE events SET actor = 'p9' WHERE seq = 2", 2],
    ["another payload", "UPDATE events SET payload = '{}' WHERE seq = 2", 2],
    ["a hash made to fit nothing", "UPDATE events SET hash = 'x' WHERE seq = 1", 1],
    ["a payload erased without its salt", "UPDATE events SET payload = NULL WHERE seq = 3", 3],
    ["an event taken out of the middle", "DELETE FROM events WHERE seq = 2", 3],
  ])("finds %s", async (_, statement, seq) => {
    await recordThree();
    await tamper(statement);
    expect((await verifyChain(database.read)).fault?.seq).toBe(seq);
  });
});
