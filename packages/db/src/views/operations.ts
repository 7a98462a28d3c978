import { and, asc, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Read } from "../connection.ts";
import { jobRuns, outboxMails } from "../schema/index.ts";
import { isUndelivered, mostAttempts } from "./mail.ts";

export type JobRow = typeof jobRuns.$inferSelect;

export const listJobRuns = (read: Read): Promise<readonly JobRow[]> =>
  read.select().from(jobRuns).orderBy(asc(jobRuns.name));

export const findJobRun = async (read: Read, name: string): Promise<JobRow | undefined> =>
  (
    await read
      .select()
      .from(jobRuns)
      .where(sql`${jobRuns.name} = ${name}`)
  )[0];

export type MailQueue = {
  readonly waiting: number;
  readonly trying: number;
  readonly failed: number;
  /** Carried, and they did not arrive. */
  readonly undelivered: number;
  /** When the oldest that still waits was written; null when none does. */
  readonly oldest: string | null;
};

const unsent = and(isNull(outboxMails.sentAt), isNull(outboxMails.keptFor));
const underWay = and(unsent, lt(outboxMails.attempts, mostAttempts));

/** How many mails wait, are tried again and were given up; counts alone. */
export const countMails = async (read: Read): Promise<MailQueue> => {
  const [waiting, trying, failed, undelivered, oldest] = await Promise.all([
    read.$count(outboxMails, and(underWay, isNull(outboxMails.lastError))),
    read.$count(outboxMails, and(underWay, isNotNull(outboxMails.lastError))),
    read.$count(outboxMails, and(unsent, gte(outboxMails.attempts, mostAttempts))),
    read.$count(outboxMails, isUndelivered),
    read
      .select({ at: outboxMails.createdAt })
      .from(outboxMails)
      .where(underWay)
      .orderBy(asc(outboxMails.createdAt))
      .limit(1),
  ]);
  return { waiting, trying, failed, undelivered, oldest: oldest[0]?.at ?? null };
};
