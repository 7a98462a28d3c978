import { and, asc, desc, isNull, lt, lte } from "drizzle-orm";
import type { Read } from "../connection.ts";
import { outboxMails } from "../schema/index.ts";

export type MailRow = typeof outboxMails.$inferSelect;

/** After so many attempts a mail is left alone; its last error says why. */
export const mostAttempts = 8;

/** Mails that wait to be sent at this moment (milliseconds since 1970), the oldest first. */
export const listWaitingMails = (
  read: Read,
  now: number,
  limit: number,
): Promise<readonly MailRow[]> =>
  read
    .select()
    .from(outboxMails)
    .where(
      and(
        isNull(outboxMails.sentAt),
        lte(outboxMails.dueAt, now),
        lt(outboxMails.attempts, mostAttempts),
      ),
    )
    .orderBy(asc(outboxMails.createdAt))
    .limit(limit);

/** All mails, sent or not, the newest first. */
export const listMails = (read: Read, limit: number): Promise<readonly MailRow[]> =>
  read.select().from(outboxMails).orderBy(desc(outboxMails.createdAt)).limit(limit);
