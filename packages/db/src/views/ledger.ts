import { and, asc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import type { CapacityLineId, LedgerEntry } from "@alongside/domain/capacity";
import type { Read } from "../connection.ts";
import {
  capacityLines,
  events,
  ledgerBalances,
  ledgerEntries,
  ledgerHolds,
  people,
  terms,
} from "../schema/index.ts";

/** Every entry of a line, in the order in which they were made: what its balances are the sums of. */
export const listEntries = async (
  read: Read,
  lineId: CapacityLineId,
): Promise<readonly LedgerEntry[]> => {
  const rows = await read
    .select()
    .from(ledgerEntries)
    .where(eq(ledgerEntries.lineId, lineId))
    .orderBy(asc(ledgerEntries.seq));
  return rows.map((row) => ({
    at: row.at,
    movement: row.movement,
    from: row.fromAccount,
    to: row.toAccount,
    halfDays: row.halfDays,
    window: row.window,
    earlyChange: row.earlyChange,
    lateChange: row.lateChange,
    offer: row.offerId,
    deployment: row.deploymentId,
    visit: row.visitId,
    until: row.until,
  }));
};

/** Half-days held by offers whose time has run out: free again, though the book will say so with its next entry. */
const runOut = (at: Instant) => sql<number>`coalesce((
  SELECT sum(${ledgerHolds.halfDays}) FROM ${ledgerHolds}
  WHERE ${ledgerHolds.lineId} = ${capacityLines.id} AND ${ledgerHolds.until} < ${at}), 0)`;

/** The columns of a line's book at an instant, all nought where nothing was entered; joins `ledgerBalances`. */
export const balanceColumns = (at: Instant) => ({
  published: sql<number>`coalesce(-${ledgerBalances.leader}, 0)`,
  free: sql<number>`coalesce(${ledgerBalances.published}, 0) + ${runOut(at)}`,
  held: sql<number>`coalesce(${ledgerBalances.held}, 0) - ${runOut(at)}`,
  committed: sql<number>`coalesce(${ledgerBalances.committed}, 0)`,
  booked: sql<number>`coalesce(${ledgerBalances.booked}, 0)`,
  delivered: sql<number>`coalesce(${ledgerBalances.delivered}, 0)`,
  released: sql<number>`coalesce(${ledgerBalances.released}, 0)`,
});

/** Lines on which a hold has run out and stands in the book still. */
export const listRunOutHolds = (read: Read, at: Instant) =>
  read
    .select({ lineId: ledgerHolds.lineId, offerId: ledgerHolds.offerId, until: ledgerHolds.until })
    .from(ledgerHolds)
    .where(and(isNotNull(ledgerHolds.until), lt(ledgerHolds.until, at)))
    .orderBy(asc(ledgerHolds.until), asc(ledgerHolds.offerId));

/** The movements of some lines with who made them, oldest first. */
export const listMovements = (read: Read, lineIds: readonly CapacityLineId[]) =>
  read
    .select({
      seq: ledgerEntries.seq,
      lineId: ledgerEntries.lineId,
      personId: capacityLines.personId,
      academicYear: terms.academicYear,
      season: terms.season,
      at: ledgerEntries.at,
      movement: ledgerEntries.movement,
      from: ledgerEntries.fromAccount,
      to: ledgerEntries.toAccount,
      halfDays: ledgerEntries.halfDays,
      window: ledgerEntries.window,
      offerId: ledgerEntries.offerId,
      deploymentId: ledgerEntries.deploymentId,
      visitId: ledgerEntries.visitId,
      until: ledgerEntries.until,
      actor: ledgerEntries.actor,
      by: people.name,
      onBehalfOf: ledgerEntries.onBehalfOf,
      reason: ledgerEntries.reason,
    })
    .from(ledgerEntries)
    .innerJoin(capacityLines, eq(capacityLines.id, ledgerEntries.lineId))
    .innerJoin(terms, eq(terms.id, capacityLines.termId))
    .leftJoin(people, eq(people.id, sql`${ledgerEntries.actor}`))
    .where(inArray(ledgerEntries.lineId, [...lineIds]))
    .orderBy(asc(ledgerEntries.at), asc(ledgerEntries.seq));

export type MovementRow = Awaited<ReturnType<typeof listMovements>>[number];

/** What happened to a line, latest first, with who did it. */
export const capacityTimeline = (read: Read, ids: readonly CapacityLineId[]) =>
  read
    .select({
      seq: events.seq,
      at: events.at,
      kind: events.kind,
      actor: events.actor,
      by: people.name,
      onBehalfOf: events.onBehalfOf,
      payload: events.payload,
    })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(and(eq(events.entity, "capacity-line"), inArray(events.entityId, [...ids])))
    .orderBy(sql`${events.seq} DESC`);
