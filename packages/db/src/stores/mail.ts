import { and, eq, isNull } from "drizzle-orm";
import type { Write } from "../connection.ts";
import { outboxMails } from "../schema/index.ts";

/** Takes a mail for a while, so that no other process sends it too; false when another was first. */
export const recordMailTaken = async (
  tx: Write,
  mail: { readonly id: string; readonly attempts: number },
  until: number,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(outboxMails)
    .set({ dueAt: until, attempts: mail.attempts + 1 })
    .where(
      and(
        eq(outboxMails.id, mail.id),
        eq(outboxMails.attempts, mail.attempts),
        isNull(outboxMails.sentAt),
      ),
    );
  return rowsAffected === 1;
};

export const recordMailSent = async (tx: Write, id: string, sentAt: string): Promise<void> => {
  await tx.update(outboxMails).set({ sentAt, lastError: null }).where(eq(outboxMails.id, id));
};

/** Notes why a mail did not go out, and when to try again. */
export const recordMailFailed = async (
  tx: Write,
  id: string,
  failure: { readonly lastError: string; readonly dueAt: number },
): Promise<void> => {
  await tx.update(outboxMails).set(failure).where(eq(outboxMails.id, id));
};
