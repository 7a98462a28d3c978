import { and, eq } from "drizzle-orm";
import type { Write } from "../connection.ts";
import { terms } from "../schema/index.ts";

type TermRow = typeof terms.$inferSelect;

export const recordTerm = async (tx: Write, term: typeof terms.$inferInsert): Promise<void> => {
  await tx.insert(terms).values(term);
};

/** Writes a term's dates and its next version; false when someone else changed it first. */
export const recordTermDates = async (
  tx: Write,
  term: Pick<TermRow, "id" | "version">,
  dates: Pick<TermRow, "startsOn" | "halfOn" | "endsOn">,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(terms)
    .set({ ...dates, version: term.version + 1 })
    .where(and(eq(terms.id, term.id), eq(terms.version, term.version)));
  return rowsAffected === 1;
};
