import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { Read } from "../connection.ts";
import { eventAnchors, eventHeads, events } from "../schema/index.ts";
import { erasureKind, firstHash, hashEvent, hashPayload, type EventRow } from "../stores/event.ts";

const page = 5_000;

export type ChainFault = { readonly seq: number; readonly reason: string };
export type ChainReport = {
  readonly events: number;
  readonly erased: number;
  /** Sealed ends of earlier days that the log still leads through. */
  readonly anchors: number;
  readonly head: string;
  readonly fault: ChainFault | null;
};

/** Whether a seal is the one that this instance made for an end of the log. */
export type CheckSeal = (anchor: {
  seq: number;
  hash: string;
  at: string;
  seal: string;
}) => boolean;

const wordsFault = (row: EventRow): string | undefined => {
  if (row.payload === null || row.payloadSalt === null) {
    return row.payload === row.payloadSalt ? undefined : "its payload was erased by halves";
  }
  return row.payloadHash === hashPayload(row.payload, row.payloadSalt)
    ? undefined
    : "its payload was changed after it was written";
};

const faultOf = (row: EventRow, expected: { seq: number; hash: string }): string | undefined => {
  if (row.seq !== expected.seq + 1) return "an event before it is missing";
  if (row.previousHash !== expected.hash) return "it does not follow from the event before";
  if (row.hash !== hashEvent(row)) return "it was changed after it was written";
  return wordsFault(row);
};

/** The runs of numbers that an act of erasure names; an act whose own words are gone names none. */
const erasedBy = ({ kind, payload }: EventRow): readonly (readonly [number, number])[] => {
  if (kind !== erasureKind || payload === null) return [];
  const { runs }: { readonly runs?: unknown } = JSON.parse(payload);
  if (!Array.isArray(runs)) return [];
  return runs.flatMap((run: unknown) =>
    Array.isArray(run) ? [[Number(run[0]), Number(run[1])] as const] : [],
  );
};

type Walk = {
  seq: number;
  hash: string;
  erased: number;
  anchors: number;
  /** Events without words for which no act of erasure was met yet. */
  readonly unexplained: Set<number>;
};

const anchorFault = (row: EventRow, anchor: AnchorRow | undefined, isSealed: CheckSeal) => {
  if (anchor === undefined) return undefined;
  if (!isSealed(anchor)) return "the seal of its anchor is not this instance’s";
  return anchor.hash === row.hash ? undefined : "it is not the one that was sealed";
};

type AnchorRow = typeof eventAnchors.$inferSelect;
type Anchors = ReadonlyMap<number, AnchorRow>;

const step = (walk: Walk, row: EventRow): void => {
  walk.seq = row.seq;
  walk.hash = row.hash;
  if (row.payload === null) {
    walk.erased += 1;
    walk.unexplained.add(row.seq);
  }
  for (const [from, to] of erasedBy(row)) {
    for (const seq of walk.unexplained) if (seq >= from && seq <= to) walk.unexplained.delete(seq);
  }
};

/** What is wrong at the end: less there than was written, or words that went without an act of erasure. */
const endFault = async (read: Read, walk: Walk, anchors: Anchors): Promise<ChainFault | null> => {
  const [head] = await read.select().from(eventHeads);
  const sealed = Math.max(0, ...anchors.keys());
  if ((head?.seq ?? 0) > walk.seq || sealed > walk.seq)
    return { seq: walk.seq + 1, reason: "it and all that followed it are missing" };
  if (walk.seq > 0 && head?.hash !== walk.hash)
    return { seq: walk.seq, reason: "it is not the last one that was written" };
  const [first] = walk.unexplained;
  return first === undefined
    ? null
    : { seq: first, reason: "its words were erased and no act of erasure says so" };
};

const reportOf = (walk: Walk, fault: ChainFault | null): ChainReport => ({
  events: walk.seq,
  erased: walk.erased,
  anchors: walk.anchors,
  head: walk.hash,
  fault,
});

/**
 * Walks the whole log from its first event and stops at the first that does not hold. With the instance's own seal it also holds the log
 * against its anchors: whoever rewrote it whole, hashes and all, is found by those.
 */
export const verifyChain = async (read: Read, isSealed?: CheckSeal): Promise<ChainReport> => {
  const walk: Walk = { seq: 0, hash: firstHash, erased: 0, anchors: 0, unexplained: new Set() };
  const sealed = isSealed === undefined ? [] : await read.select().from(eventAnchors);
  const anchors: Anchors = new Map(sealed.map((anchor) => [anchor.seq, anchor]));
  for (;;) {
    const rows = await read
      .select()
      .from(events)
      .where(gt(events.seq, walk.seq))
      .orderBy(asc(events.seq))
      .limit(page);
    for (const row of rows) {
      const anchor = anchors.get(row.seq);
      const reason = faultOf(row, walk) ?? anchorFault(row, anchor, isSealed ?? (() => true));
      if (reason !== undefined) return reportOf(walk, { seq: row.seq, reason });
      if (anchor !== undefined) walk.anchors += 1;
      step(walk, row);
    }
    if (rows.length < page) return reportOf(walk, await endFault(read, walk, anchors));
  }
};

/** The last event's number and hash, and the last anchor's number and time; noughts in an empty log. */
export const findLogEnd = async (
  read: Read,
): Promise<{
  readonly seq: number;
  readonly hash: string;
  readonly anchored: number;
  readonly anchoredAt: string | null;
}> => {
  const [last] = await read
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  const [anchor] = await read
    .select({ seq: eventAnchors.seq, at: eventAnchors.at })
    .from(eventAnchors)
    .orderBy(desc(eventAnchors.seq))
    .limit(1);
  return {
    seq: last?.seq ?? 0,
    hash: last?.hash ?? firstHash,
    anchored: anchor?.seq ?? 0,
    anchoredAt: anchor?.at ?? null,
  };
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
