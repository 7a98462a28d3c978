import { createHash, randomBytes } from "node:crypto";
import { desc, inArray } from "drizzle-orm";
import type { AreaId } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import { events } from "../schema/index.ts";

/** Who did it, in which request, for whom: the part of an event that every use case has at hand. */
export type Trace = {
  readonly at: string;
  readonly actor: string;
  readonly onBehalfOf?: string | undefined;
  readonly requestId: string;
};

export type NewEvent = {
  readonly areaId: AreaId | null;
  readonly entity: string;
  readonly entityId: string;
  readonly entityVersion: number;
  readonly kind: string;
  readonly payload?: Readonly<Record<string, unknown>>;
};

export type EventRow = typeof events.$inferSelect;

export const firstHash = "0".repeat(64);

/** The kind of the event that says whose words were erased from the log. */
export const erasureKind = "words-erased";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The payload's fingerprint: salted, so that an erased short payload cannot be guessed from it. */
export const hashPayload = (payload: string, salt: string): string => sha256(`${salt}\n${payload}`);

/** The hash of an event: every column that may never change, and the hash of the event before. */
export const hashEvent = (event: Omit<EventRow, "hash" | "payload" | "payloadSalt">): string =>
  sha256(
    JSON.stringify([
      event.seq,
      event.at,
      event.areaId,
      event.actor,
      event.onBehalfOf,
      event.entity,
      event.entityId,
      event.entityVersion,
      event.kind,
      event.requestId,
      event.payloadHash,
      event.previousHash,
    ]),
  );

/** Adds one event to the end of the log, in the transaction that changes the record. */
export const recordEvent = async (tx: Write, trace: Trace, event: NewEvent): Promise<void> => {
  const [last] = await tx
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  const payload = JSON.stringify(event.payload ?? {});
  const payloadSalt = randomBytes(16).toString("hex");
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: trace.at,
    areaId: event.areaId,
    actor: trace.actor,
    onBehalfOf: trace.onBehalfOf ?? null,
    entity: event.entity,
    entityId: event.entityId,
    entityVersion: event.entityVersion,
    kind: event.kind,
    requestId: trace.requestId,
    payloadHash: hashPayload(payload, payloadSalt),
    previousHash: last?.hash ?? firstHash,
  };
  await tx.insert(events).values({ ...row, payload, payloadSalt, hash: hashEvent(row) });
};

/** Numbers as runs from one to another: what an act of erasure names stays short. */
const runsOf = (seqs: readonly number[]): readonly (readonly [number, number])[] => {
  const runs: [number, number][] = [];
  for (const seq of seqs.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last !== undefined && seq === last[1] + 1) last[1] = seq;
    else runs.push([seq, seq]);
  }
  return runs;
};

const atOnce = 500;

/**
 * Erases the words of events for good: payload and salt go, the hash of them stays, so that the chain holds. The act is an event itself,
 * which names the numbers; a chain with erased words that no act names does not hold.
 */
export const recordWordsErased = async (
  tx: Write,
  trace: Trace,
  erasure: {
    readonly areaId: AreaId | null;
    readonly why: string;
    readonly seqs: readonly number[];
  },
): Promise<void> => {
  const { areaId, why, seqs } = erasure;
  if (seqs.length === 0) return;
  for (let at = 0; at < seqs.length; at += atOnce) {
    await tx
      .update(events)
      .set({ payload: null, payloadSalt: null })
      .where(inArray(events.seq, seqs.slice(at, at + atOnce)));
  }
  await recordEvent(tx, trace, {
    areaId,
    entity: "log",
    entityId: "log",
    entityVersion: 0,
    kind: erasureKind,
    payload: { why, runs: runsOf(seqs) },
  });
};
