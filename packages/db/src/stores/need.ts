import { and, eq, sql } from "drizzle-orm";
import { isUrgent, nextActOf, type Need, type NeedId } from "@alongside/domain/need";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import { needs, outboxMails } from "../schema/index.ts";

type NeedRow = typeof needs.$inferSelect;

/** Where a need stands or stood: on hold and closed, it still shows what it was before. */
const shownOf = (need: Need) => {
  if (need.state === "on-hold") return need.before;
  return need.state === "closed" ? need.reopensAs : need;
};

/** What lists filter and sort by, read from the state so that the two cannot part. */
const columnsOf = (need: Need) => {
  const shown = shownOf(need);
  return {
    need,
    state: need.state,
    isUrgent: isUrgent(need),
    band: "band" in shown ? shown.band : null,
    primaryArea: shown.ask.primaryArea ?? null,
    outcome: need.state === "closed" ? need.outcome : null,
    submittedAt: shown.state === "draft" ? null : shown.submittedAt,
    dueAt: nextActOf(need).by,
    holdUntil: need.state === "on-hold" ? need.until : null,
  };
};

export type NewNeed = Pick<NeedRow, "areaId" | "begunBy" | "isBegunOnBehalf" | "createdAt"> &
  Partial<
    Pick<
      NeedRow,
      | "changedAt"
      | "coordinatorId"
      | "isAcceptedInPrinciple"
      | "isShortlisted"
      | "number"
      | "version"
    >
  > & { readonly need: Need };

/** Writes a new need: a draft, or one with a past of its own. */
export const recordNewNeed = async (tx: Write, given: NewNeed): Promise<void> => {
  const { need, ...columns } = given;
  const urn = shownOf(need).ask.school;
  await tx
    .insert(needs)
    .values({ changedAt: given.createdAt, ...columns, ...columnsOf(need), id: need.id, urn });
};

/** The next number of an area's needs: unique because writes go one at a time. */
const nextNumber = async (tx: Write, areaId: AreaId): Promise<number> => {
  const [row] = await tx
    .select({ last: sql<number | null>`max(${needs.number})` })
    .from(needs)
    .where(eq(needs.areaId, areaId));
  return (row?.last ?? 0) + 1;
};

export type NeedChange = {
  readonly need: Need;
  readonly changedAt: string;
  readonly coordinatorId?: PersonId | null | undefined;
};

type NeedSeen = Pick<NeedRow, "id" | "areaId" | "version" | "number">;

/** Writes a need's next state and version; the first one that is no draft gets its number. Answers that number. */
export const recordNeed = async (
  tx: Write,
  seen: NeedSeen,
  change: NeedChange,
): Promise<number | null> => {
  const isNumbered = seen.number !== null || change.need.state === "draft";
  const number = isNumbered ? seen.number : await nextNumber(tx, seen.areaId);
  await tx
    .update(needs)
    .set({
      ...columnsOf(change.need),
      number,
      changedAt: change.changedAt,
      version: seen.version + 1,
      ...(change.coordinatorId === undefined ? {} : { coordinatorId: change.coordinatorId }),
    })
    .where(and(eq(needs.id, seen.id), eq(needs.version, seen.version)));
  return number;
};

/** Writes how far a need has been shown; offers and shortlists say so in the transaction that shows it. */
export const recordNeedShown = async (
  tx: Write,
  id: NeedId,
  shown: Partial<Pick<NeedRow, "isShortlisted" | "isAcceptedInPrinciple">>,
): Promise<void> => {
  await tx.update(needs).set(shown).where(eq(needs.id, id));
};

/** Takes a private draft away for good. */
export const recordNeedDiscarded = async (tx: Write, id: NeedId): Promise<void> => {
  await tx.delete(needs).where(and(eq(needs.id, id), eq(needs.state, "draft")));
};

/** Puts mails in the outbox, in the transaction that gives the reason for them. */
export const recordNeedMails = async (
  tx: Write,
  mails: readonly (typeof outboxMails.$inferInsert)[],
): Promise<void> => {
  if (mails.length > 0) await tx.insert(outboxMails).values([...mails]);
};
