import { createHash, randomBytes } from "node:crypto";
import { desc } from "drizzle-orm";
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
