import { sql, type SQL } from "drizzle-orm";
import type { Write } from "../src/connection.ts";
import { hashEvent, type EventRow } from "../src/stores/event.ts";
import { events } from "../src/schema/index.ts";

/** For tests alone: ways to change a log behind the product's back, by somebody who may do anything to the file. */
export type Tamper = {
  readonly name: string;
  /** Whether only a seal can find it: whoever does it makes all hashes and the head fit again. */
  readonly needsSeal: boolean;
  readonly does: (tx: Write, at: number, random: () => number) => Promise<void>;
};

export const triggers = [
  "events_are_never_changed",
  "events_are_never_deleted",
  "events_are_added_at_the_end",
  "events_move_the_head",
  "event_heads_never_go_back",
  "event_heads_stay",
] as const;

const run = (tx: Write, statement: SQL) => tx.run(statement);

const columns = [
  "at",
  "area_id",
  "actor",
  "on_behalf_of",
  "entity",
  "entity_id",
  "entity_version",
  "kind",
  "request_id",
  "payload",
  "payload_salt",
  "payload_hash",
  "previous_hash",
  "hash",
] as const;

const changes: readonly Tamper[] = columns.map((column) => ({
  name: `another ${column}`,
  needsSeal: false,
  does: async (tx, at, random) => {
    const value = `x${Math.floor(random() * 1e9)}`;
    await run(tx, sql`UPDATE events SET ${sql.raw(column)} = ${value} WHERE seq = ${at}`);
  },
}));

const lastSeq = async (tx: Write): Promise<number> =>
  (await tx.get<{ last: number }>(sql`SELECT max(seq) AS last FROM events`)).last;

/** Makes the log fit again from one event to its end, and the head with it, as the product would have written it. */
const refit = async (tx: Write, from: number): Promise<void> => {
  const rows: EventRow[] = await tx
    .select()
    .from(events)
    .where(sql`seq >= ${from - 1}`)
    .orderBy(sql`seq`);
  let previous = rows.find(({ seq }) => seq === from - 1)?.hash ?? "0".repeat(64);
  for (const row of rows.filter(({ seq }) => seq >= from)) {
    const hash = hashEvent({ ...row, previousHash: previous });
    await run(
      tx,
      sql`UPDATE events SET previous_hash = ${previous}, hash = ${hash} WHERE seq = ${row.seq}`,
    );
    previous = hash;
  }
  await run(
    tx,
    sql`UPDATE event_heads SET seq = (SELECT max(seq) FROM events), hash = ${previous}`,
  );
};

const others: readonly Tamper[] = [
  {
    name: "an event taken out",
    needsSeal: false,
    does: async (tx, at) => {
      await run(tx, sql`DELETE FROM events WHERE seq = ${at}`);
    },
  },
  {
    name: "an event taken out, and the numbers closed up",
    needsSeal: false,
    does: async (tx, at) => {
      await run(tx, sql`DELETE FROM events WHERE seq = ${at}`);
      await run(tx, sql`UPDATE events SET seq = -seq WHERE seq > ${at}`);
      await run(tx, sql`UPDATE events SET seq = -seq - 1 WHERE seq < 0`);
    },
  },
  {
    name: "an event put in at the end, made to fit",
    needsSeal: false,
    does: async (tx, at) => {
      const last = await lastSeq(tx);
      const [end] = await tx
        .select()
        .from(events)
        .where(sql`seq = ${last}`);
      const [model] = await tx
        .select()
        .from(events)
        .where(sql`seq = ${at}`);
      if (end === undefined || model === undefined) throw new Error("the log is empty");
      const row = { ...model, seq: last + 1, previousHash: end.hash };
      await tx.insert(events).values({ ...row, hash: hashEvent(row) });
    },
  },
  {
    name: "an event put in between",
    needsSeal: false,
    does: async (tx, at) => {
      const [model] = await tx
        .select()
        .from(events)
        .where(sql`seq = ${at}`);
      if (model === undefined) throw new Error("the log is empty");
      await run(tx, sql`UPDATE events SET seq = -seq WHERE seq > ${at}`);
      await run(tx, sql`UPDATE events SET seq = -seq + 1 WHERE seq < 0`);
      const row = { ...model, seq: at + 1, previousHash: model.hash };
      await tx.insert(events).values({ ...row, hash: hashEvent(row) });
    },
  },
  {
    name: "two events in each other's place",
    needsSeal: false,
    does: async (tx, at) => {
      const other = at === 1 ? 2 : at - 1;
      await run(tx, sql`UPDATE events SET seq = -1 WHERE seq = ${at}`);
      await run(tx, sql`UPDATE events SET seq = ${at} WHERE seq = ${other}`);
      await run(tx, sql`UPDATE events SET seq = ${other} WHERE seq = -1`);
    },
  },
  {
    name: "the end cut off",
    needsSeal: false,
    does: async (tx, at) => {
      await run(tx, sql`DELETE FROM events WHERE seq >= ${at}`);
    },
  },
  {
    name: "words erased without an act of erasure",
    needsSeal: false,
    does: async (tx, at) => {
      await run(tx, sql`UPDATE events SET payload = NULL, payload_salt = NULL WHERE seq = ${at}`);
    },
  },
  {
    name: "the end cut off, and the head moved back to fit",
    needsSeal: true,
    does: async (tx, at) => {
      await run(tx, sql`DELETE FROM events WHERE seq >= ${at}`);
      await refit(tx, at);
    },
  },
  {
    name: "an event changed, and all that follows made to fit",
    needsSeal: true,
    does: async (tx, at) => {
      await run(tx, sql`UPDATE events SET actor = 'somebody else' WHERE seq = ${at}`);
      await refit(tx, at);
    },
  },
];

export const tampers: readonly Tamper[] = [...changes, ...others];
