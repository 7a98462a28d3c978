import { sql } from "drizzle-orm";
import type { Write } from "../connection.ts";
import { eventAnchors, jobRuns } from "../schema/index.ts";

export type JobRun = {
  readonly name: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly counts: Readonly<Record<string, number>>;
  /** The name of the error that it ended with; null when it ended well. */
  readonly error: string | null;
};

/** Notes how a piece of regular work went, in place of how it went before. */
export const recordJobRun = async (tx: Write, run: JobRun): Promise<void> => {
  const isFine = run.error === null;
  const fineAt = isFine ? run.endedAt : null;
  await tx
    .insert(jobRuns)
    .values({ ...run, isFine, fineAt, failures: isFine ? 0 : 1 })
    .onConflictDoUpdate({
      target: jobRuns.name,
      set: {
        ...run,
        isFine,
        fineAt: isFine ? run.endedAt : sql`${jobRuns.fineAt}`,
        failures: isFine ? 0 : sql`${jobRuns.failures} + 1`,
      },
    });
};

/** Keeps the sealed end of the log; one that is there already stays as it is. */
export const recordAnchor = async (
  tx: Write,
  anchor: typeof eventAnchors.$inferInsert,
): Promise<void> => {
  await tx.insert(eventAnchors).values(anchor).onConflictDoNothing();
};
