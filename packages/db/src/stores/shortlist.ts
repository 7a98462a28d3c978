import { and, eq, isNull } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { Write } from "../connection.ts";
import { ruleOverrides, shortlists } from "../schema/index.ts";

type ShortlistRow = typeof shortlists.$inferSelect;

export const recordShortlist = async (
  tx: Write,
  shortlist: typeof shortlists.$inferInsert,
): Promise<void> => {
  await tx.insert(shortlists).values(shortlist);
};

/** Writes a list's next state and version, with the ranking and words that came with it. */
export const recordShortlistChange = async (
  tx: Write,
  seen: Pick<ShortlistRow, "id" | "version">,
  change: Partial<Pick<ShortlistRow, "state" | "ranking" | "answer" | "rankedAt">>,
): Promise<void> => {
  await tx
    .update(shortlists)
    .set({ ...change, version: seen.version + 1 })
    .where(eq(shortlists.id, seen.id));
};

/** Writes when the school first looked at a list. */
export const recordShortlistSeen = async (tx: Write, id: string, seenAt: string): Promise<void> => {
  await tx.update(shortlists).set({ seenAt }).where(eq(shortlists.id, id));
};

export const recordOverride = async (
  tx: Write,
  override: typeof ruleOverrides.$inferInsert,
): Promise<void> => {
  await tx.insert(ruleOverrides).values(override);
};

/** Ends what was set aside for a leader and a need; the record of it stays. */
export const recordOverrideEnded = async (
  tx: Write,
  pair: { readonly needId: NeedId; readonly personId: PersonId },
  endedAt: string,
): Promise<void> => {
  await tx
    .update(ruleOverrides)
    .set({ endedAt })
    .where(
      and(
        eq(ruleOverrides.needId, pair.needId),
        eq(ruleOverrides.personId, pair.personId),
        isNull(ruleOverrides.endedAt),
      ),
    );
};
