import { and, asc, eq, gt } from "drizzle-orm";
import type { Read } from "../connection.ts";
import { events } from "../schema/index.ts";
import { firstHash, hashEvent, hashPayload, type EventRow } from "../stores/event.ts";

const page = 5_000;

export type ChainFault = { readonly seq: number; readonly reason: string };
export type ChainReport = {
  readonly events: number;
  readonly erased: number;
  readonly head: string;
  readonly fault: ChainFault | null;
};

const faultOf = (row: EventRow, expected: { seq: number; hash: string }): string | undefined => {
  if (row.seq !== expected.seq + 1) return "an event before it is missing";
  if (row.previousHash !== expected.hash) return "it does not follow from the event before";
  if (row.hash !== hashEvent(row)) return "it was changed after it was written";
  if (row.payload === null || row.payloadSalt === null) {
    return row.payload === row.payloadSalt ? undefined : "its payload was erased by halves";
  }
  return row.payloadHash === hashPayload(row.payload, row.payloadSalt)
    ? undefined
    : "its payload was changed after it was written";
};

/** Walks the whole log from its first event and stops at the first that does not hold. */
export const verifyChain = async (read: Read): Promise<ChainReport> => {
  const seen = { seq: 0, hash: firstHash, erased: 0 };
  for (;;) {
    const rows = await read
      .select()
      .from(events)
      .where(gt(events.seq, seen.seq))
      .orderBy(asc(events.seq))
      .limit(page);
    for (const row of rows) {
      const reason = faultOf(row, seen);
      if (reason !== undefined) {
        return {
          events: seen.seq,
          erased: seen.erased,
          head: seen.hash,
          fault: { seq: row.seq, reason },
        };
      }
      seen.seq = row.seq;
      seen.hash = row.hash;
      seen.erased += row.payload === null ? 1 : 0;
    }
    if (rows.length < page) {
      return { events: seen.seq, erased: seen.erased, head: seen.hash, fault: null };
    }
  }
};

/** What happened to one record, oldest first. */
export const timelineOf = (
  read: Read,
  entity: string,
  entityId: string,
): Promise<readonly EventRow[]> =>
  read
    .select()
    .from(events)
    .where(and(eq(events.entity, entity), eq(events.entityId, entityId)))
    .orderBy(asc(events.seq));
