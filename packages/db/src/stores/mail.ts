import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Write } from "../connection.ts";
import { mailPreferences, outboxMails, sentReminders } from "../schema/index.ts";

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

/** Notes that a mail was taken; with the carrier's own id for it, when to ask what became of it. */
export const recordMailSent = async (
  tx: Write,
  id: string,
  sent: {
    readonly sentAt: string;
    readonly carrierId: string | null;
    readonly askAt: number | null;
  },
): Promise<void> => {
  await tx
    .update(outboxMails)
    .set({ ...sent, lastError: null })
    .where(eq(outboxMails.id, id));
};

/** Notes when the carrier is to be asked next. */
export const recordMailAsked = async (tx: Write, id: string, askAt: number): Promise<void> => {
  await tx
    .update(outboxMails)
    .set({ askAt })
    .where(and(eq(outboxMails.id, id), isNull(outboxMails.delivery)));
};

/** Notes what became of a mail in the end, unless it was sent anew since the carrier was asked. */
export const recordMailDelivery = async (
  tx: Write,
  asked: Pick<typeof outboxMails.$inferSelect, "id" | "carrierId">,
  end: Required<Pick<typeof outboxMails.$inferInsert, "delivery" | "settledAt">>,
): Promise<void> => {
  await tx
    .update(outboxMails)
    .set({ ...end, askAt: null })
    .where(and(eq(outboxMails.id, asked.id), eq(outboxMails.carrierId, asked.carrierId ?? "")));
};

/** Notes why a mail did not go out, and when to try again. */
export const recordMailFailed = async (
  tx: Write,
  id: string,
  failure: { readonly lastError: string; readonly dueAt: number },
): Promise<void> => {
  await tx.update(outboxMails).set(failure).where(eq(outboxMails.id, id));
};

/** Puts mails in the outbox, in the transaction that gives the reason for them. */
export const recordMails = async (
  tx: Write,
  mails: readonly (typeof outboxMails.$inferInsert)[],
): Promise<void> => {
  if (mails.length > 0) await tx.insert(outboxMails).values([...mails]);
};

/** Notes that a reminder goes out; false when it has gone out before. */
export const recordReminder = async (tx: Write, key: string, at: string): Promise<boolean> => {
  const { rowsAffected } = await tx.insert(sentReminders).values({ key, at }).onConflictDoNothing();
  return rowsAffected === 1;
};

/** Keeps a mail for the day's summary, or for nobody, as its reader has chosen. */
export const recordMailKept = async (
  tx: Write,
  id: string,
  keptFor: "digest" | "nobody",
): Promise<void> => {
  await tx
    .update(outboxMails)
    .set({ keptFor })
    .where(and(eq(outboxMails.id, id), isNull(outboxMails.sentAt)));
};

/** Notes that mails went out as parts of a summary. */
export const recordMailsSummed = async (
  tx: Write,
  ids: readonly string[],
  sentAt: string,
): Promise<void> => {
  await tx
    .update(outboxMails)
    .set({ sentAt })
    .where(and(inArray(outboxMails.id, [...ids]), isNull(outboxMails.sentAt)));
};

/** Lets a mail that did not go out, or did not arrive, be tried anew, from the first attempt. */
export const recordMailAgain = async (tx: Write, id: string): Promise<void> => {
  const again = { sentAt: null, carrierId: null, askAt: null, delivery: null, settledAt: null };
  await tx
    .update(outboxMails)
    .set({ ...again, attempts: 0, dueAt: 0, lastError: null })
    .where(eq(outboxMails.id, id));
};

/** Writes how a person wants mails about a topic. */
export const recordMailPreference = async (
  tx: Write,
  choice: Pick<typeof mailPreferences.$inferInsert, "personId" | "topic" | "way" | "changedAt">,
): Promise<void> => {
  const { way, changedAt } = choice;
  await tx
    .insert(mailPreferences)
    .values(choice)
    .onConflictDoUpdate({
      target: [mailPreferences.personId, mailPreferences.topic],
      set: { way, changedAt, version: sql`${mailPreferences.version} + 1` },
    });
};
