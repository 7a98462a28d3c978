import { createHmac } from "node:crypto";
import { freshDatabase, keepFigure, sized, type TestDatabase } from "@alongside/testkit";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tampers, triggers, type Tamper } from "../../test/tamper.ts";
import { recordAnchor } from "../stores/operations.ts";
import { recordEvent, recordWordsErased } from "../stores/event.ts";
import { verifyChain, type ChainReport, type CheckSeal } from "./audit.ts";

const length = 40;
const trace = { at: "2026-01-05T09:00:00.000Z", actor: "p1", requestId: "r1" };
const event = (version: number) => ({
  areaId: null,
  entity: "zone",
  entityId: "z1",
  entityVersion: version,
  kind: "zone-renamed",
  payload: { name: `North ${version}` },
});
const sealOf = ({ seq, hash, at }: { seq: number; hash: string; at: string }): string =>
  createHmac("sha256", "the key of this instance").update(`${seq} ${hash} ${at}`).digest("hex");
const isSealed: CheckSeal = (anchor) => anchor.seal === sealOf(anchor);

/** Numbers that chance would give, the same in every run. */
const createRandom = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.write(async (tx) => {
    for (let version = 1; version <= length; version += 1) {
      if (version === 12) {
        const erasure = { areaId: null, why: "test", seqs: [3, 4, 5, 9] };
        await recordWordsErased(tx, trace, erasure);
      } else await recordEvent(tx, trace, event(version));
    }
    const { head, events: seq } = await verifyChain(tx);
    const anchor = { seq, hash: head, at: trace.at };
    await recordAnchor(tx, { ...anchor, seal: sealOf(anchor) });
  });
});
afterAll(() => database.drop());

const undone = new Error("undone");

/** What verification says after a tamper that is undone afterwards. */
const reportAfter = async (
  tamper: Tamper,
  at: number,
  given: { readonly random: () => number; readonly seal: CheckSeal | undefined },
): Promise<ChainReport> => {
  let report: ChainReport | undefined;
  await database
    .write(async (tx) => {
      for (const trigger of triggers) await tx.run(sql.raw(`DROP TRIGGER ${trigger}`));
      await tamper.does(tx, at, given.random);
      report = await verifyChain(tx, given.seal);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  if (report === undefined) throw new Error("nothing was verified");
  return report;
};

const erased = new Set([3, 4, 5, 9]);

/** An event with words that are there: what is erased already cannot be erased again. */
const placeFor = ({ name }: Tamper, random: () => number): number => {
  const at = 1 + Math.floor(random() * (length - 1));
  return erased.has(at) && /payload|words/.test(name) ? at + 10 : at;
};

describe("a log that somebody changed behind the product's back", () => {
  it("is whole before anybody did, erased words and their act included", async () => {
    expect(await verifyChain(database.read, isSealed)).toMatchObject({
      events: length,
      erased: 4,
      anchors: 1,
      fault: null,
    });
  });

  it("never verifies, whatever was changed, taken out, put in, moved or cut off", async () => {
    const count = sized(100, 1_000);
    const random = createRandom(20_260_302);
    const missed: string[] = [];
    for (let done = 0; done < count; done += 1) {
      const tamper = tampers[done % tampers.length];
      if (tamper === undefined) throw new Error("there is no tamper");
      const at = placeFor(tamper, random);
      const { fault } = await reportAfter(tamper, at, { random, seal: isSealed });
      if (fault === null) missed.push(`${tamper.name} at ${at}`);
    }
    keepFigure(
      "audit.tampers",
      `${count} tampers of ${tampers.length} kinds, ${count - missed.length} found, ${missed.length} missed`,
    );
    expect(missed).toEqual([]);
  }, 120_000);

  it.each(tampers.filter(({ needsSeal }) => needsSeal))(
    "verifies without the seals after what only they can find: $name",
    async (tamper) => {
      const random = createRandom(7);
      const without = await reportAfter(tamper, 20, { random, seal: undefined });
      expect(without.fault).toBeNull();
      const held = await reportAfter(tamper, 20, { random, seal: isSealed });
      expect(held.fault).not.toBeNull();
    },
  );

  it("does not verify with seals of another instance", async () => {
    const { fault } = await verifyChain(database.read, () => false);
    expect(fault).toMatchObject({ seq: length });
  });
});

describe("the log in the product's own hands", () => {
  it.each([
    "UPDATE events SET actor = 'p2'",
    "UPDATE events SET payload = '{}', payload_salt = 'x'",
    "DELETE FROM events",
    "DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)",
    "INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 1",
    "INSERT INTO events SELECT seq + 5, at, area_id, actor, on_behalf_of, entity, entity_id, entity_version, kind, request_id, payload, payload_salt, payload_hash, previous_hash, hash FROM events WHERE seq = (SELECT max(seq) FROM events)",
    "UPDATE event_heads SET seq = 1",
    "UPDATE event_heads SET hash = 'x'",
    "DELETE FROM event_heads",
    "UPDATE event_anchors SET hash = 'x'",
    "DELETE FROM event_anchors",
  ])("takes nothing but one more event at its end: %s", async (statement) => {
    await expect(database.write((tx) => tx.run(sql.raw(statement)))).rejects.toThrow();
    expect((await verifyChain(database.read, isSealed)).fault).toBeNull();
  });
});

describe("verification", () => {
  it("says how fast it walks", async () => {
    const many = await freshDatabase();
    const count = sized(2_000, 50_000);
    // No longer at a time than a database server lets one write take.
    for (let first = 1; first <= count; first += 200)
      await many.write(async (tx) => {
        for (let version = first; version < first + 200; version += 1)
          await recordEvent(tx, trace, event(version));
      });
    const started = performance.now();
    const report = await verifyChain(many.read);
    const seconds = (performance.now() - started) / 1_000;
    keepFigure(
      "audit.speed",
      `${count} events verified in ${seconds.toFixed(2)} s, ${Math.round(count / seconds)} a second`,
    );
    expect(report).toMatchObject({ events: count, fault: null });
    many.drop();
  }, 120_000);
});
