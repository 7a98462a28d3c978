import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AreaId } from "@alongside/domain/identity";
import type { RetentionKind } from "@alongside/domain/retention";
import type { Write } from "../connection.ts";
import {
  answerLinks,
  attachments,
  idempotentReplies,
  invitations,
  legalHolds,
  needs,
  outboxMails,
  retentionRules,
  reviewSchools,
  visits,
} from "../schema/index.ts";

/** Writes how long an area keeps a kind; false when someone else changed it first. */
export const recordRule = async (
  tx: Write,
  rule: Omit<typeof retentionRules.$inferInsert, "version">,
  seen: number,
): Promise<boolean> => {
  const { areaId, kind } = rule;
  if (seen === 0) {
    const made = await tx.insert(retentionRules).values(rule).onConflictDoNothing();
    return made.rowsAffected === 1;
  }
  const { rowsAffected } = await tx
    .update(retentionRules)
    .set({ ...rule, version: seen + 1 })
    .where(
      and(
        eq(retentionRules.areaId, areaId),
        eq(retentionRules.kind, kind),
        eq(retentionRules.version, seen),
      ),
    );
  return rowsAffected === 1;
};

export const recordHold = async (
  tx: Write,
  hold: typeof legalHolds.$inferInsert,
): Promise<void> => {
  await tx.insert(legalHolds).values(hold);
};

/** Ends a hold; false when it has ended already, or is another area's. */
export const recordHoldReleased = async (
  tx: Write,
  hold: { readonly id: string; readonly areaId: AreaId },
  released: {
    readonly releasedBy: string;
    readonly releasedAt: string;
    readonly releasedReason: string;
  },
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(legalHolds)
    .set({ ...released, version: sql`${legalHolds.version} + 1` })
    .where(
      and(
        eq(legalHolds.id, hold.id),
        eq(legalHolds.areaId, hold.areaId),
        isNull(legalHolds.releasedAt),
      ),
    );
  return rowsAffected === 1;
};

/** The words of an ask that are read in confidence, wherever the state holds them. */
const withoutPrivateWords = (state: unknown): unknown => {
  if (Array.isArray(state)) return state.map(withoutPrivateWords);
  if (typeof state !== "object" || state === null) return state;
  return Object.fromEntries(
    Object.entries(state).map(([key, value]) =>
      key === "sensitiveNote" || key === "privateReason"
        ? [key, ""]
        : [key, withoutPrivateWords(value)],
    ),
  );
};

/** The words of a record of visit: who was met, what was seen and said. What was agreed to be done has rows of its own. */
const withoutNote = (state: unknown): unknown => {
  if (Array.isArray(state)) return state.map(withoutNote);
  if (typeof state !== "object" || state === null) return state;
  return Object.fromEntries(
    Object.entries(state).map(([key, value]) => {
      if (["seen", "text", "wrong"].includes(key)) return [key, ""];
      return key === "met" ? [key, []] : [key, withoutNote(value)];
    }),
  );
};

/** Guarantee: blanking words leaves the state of a record what it is. */
const asState = <State>(state: unknown): State => state as State;

const atOnce = 200;

type Removal = (tx: Write, keys: readonly string[], at: string) => Promise<void>;

const removals: Readonly<
  Record<Exclude<RetentionKind, "departed-person" | "event-words">, Removal>
> = {
  "sent-mail": async (tx, keys) => {
    await tx.delete(outboxMails).where(inArray(outboxMails.id, [...keys]));
  },
  invitation: async (tx, keys) => {
    await tx.delete(invitations).where(sql`${invitations.id} IN ${[...keys]}`);
  },
  "answer-link": async (tx, keys) => {
    await tx.delete(answerLinks).where(inArray(answerLinks.tokenHash, [...keys]));
  },
  "private-words": async (tx, keys) => {
    await tx
      .update(reviewSchools)
      .set({ note: "", isNoteShared: false })
      .where(
        sql`'review ' || ${reviewSchools.reviewId} || ' ' || ${reviewSchools.urn} IN ${[...keys]}`,
      );
    const rows = await tx
      .select()
      .from(needs)
      .where(sql`${needs.id} IN ${[...keys]}`);
    for (const { id, need } of rows) {
      await tx
        .update(needs)
        .set({ need: asState(withoutPrivateWords(need)) })
        .where(eq(needs.id, id));
    }
  },
  "attached-file": async (tx, keys, at) => {
    await tx
      .update(attachments)
      .set({ removedAt: at, removedBy: "retention", removedReason: "Kept for its term" })
      .where(inArray(attachments.id, [...keys]));
  },
  "visit-note": async (tx, keys) => {
    const rows = await tx
      .select()
      .from(visits)
      .where(sql`${visits.id} IN ${[...keys]}`);
    for (const { id, visit } of rows) {
      await tx
        .update(visits)
        .set({ visit: asState(withoutNote(visit)) })
        .where(eq(visits.id, id));
    }
  },
};

/** Removes, or empties of words, what has been kept for its term. People and the log have acts of their own. */
export const recordKeptLongEnough = async (
  tx: Write,
  kind: keyof typeof removals,
  given: { readonly keys: readonly string[]; readonly at: string },
): Promise<void> => {
  for (let from = 0; from < given.keys.length; from += atOnce) {
    await removals[kind](tx, given.keys.slice(from, from + atOnce), given.at);
  }
};

/** Forgets replies from before an instant; answers how many. */
export const recordOldRepliesForgotten = async (tx: Write, before: string): Promise<number> =>
  (await tx.delete(idempotentReplies).where(sql`${idempotentReplies.at} < ${before}`)).rowsAffected;
