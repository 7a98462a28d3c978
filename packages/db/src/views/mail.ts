import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
} from "drizzle-orm";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { mailPreferences, outboxMails, people, type deliveryEnds } from "../schema/index.ts";

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
        isNull(outboxMails.keptFor),
        lte(outboxMails.dueAt, now),
        lt(outboxMails.attempts, mostAttempts),
      ),
    )
    .orderBy(asc(outboxMails.createdAt))
    .limit(limit);

/** All mails, sent or not, the newest first. */
export const listMails = (read: Read, limit: number): Promise<readonly MailRow[]> =>
  read.select().from(outboxMails).orderBy(desc(outboxMails.createdAt)).limit(limit);

/** Mails that wait and whose readers do not want all of theirs at once, with what they chose. */
export const listMailsOfChoosers = (read: Read) =>
  read
    .select({
      id: outboxMails.id,
      template: outboxMails.template,
      topic: mailPreferences.topic,
      way: mailPreferences.way,
    })
    .from(outboxMails)
    .innerJoin(people, eq(people.email, outboxMails.recipient))
    .innerJoin(mailPreferences, eq(mailPreferences.personId, people.id))
    .where(
      and(
        isNull(outboxMails.sentAt),
        isNull(outboxMails.keptFor),
        ne(mailPreferences.way, "at-once"),
      ),
    )
    .orderBy(asc(outboxMails.createdAt));

/** Mails that were kept for a summary before an instant, by reader. */
export const listMailsToSum = (read: Read, before: string): Promise<readonly MailRow[]> =>
  read
    .select()
    .from(outboxMails)
    .where(
      and(
        eq(outboxMails.keptFor, "digest"),
        isNull(outboxMails.sentAt),
        lt(outboxMails.createdAt, before),
      ),
    )
    .orderBy(asc(outboxMails.recipient), asc(outboxMails.createdAt));

export const findMail = async (
  read: Read,
  areaId: AreaId,
  id: string,
): Promise<MailRow | undefined> =>
  (
    await read
      .select()
      .from(outboxMails)
      .where(and(eq(outboxMails.id, id), eq(outboxMails.areaId, areaId)))
  )[0];

/** Mails by their ids, those that there are. */
export const listMailsOf = (read: Read, ids: readonly string[]): Promise<readonly MailRow[]> =>
  read
    .select()
    .from(outboxMails)
    .where(inArray(outboxMails.id, [...ids]));

export type DeliveryEnd = (typeof deliveryEnds)[number];

/** Mails that their carrier is to be asked about at this moment (milliseconds since 1970), the longest waiting first. */
export const listMailsToAsk = (
  read: Read,
  now: number,
  limit: number,
): Promise<readonly MailRow[]> =>
  read
    .select()
    .from(outboxMails)
    .where(lte(outboxMails.askAt, now))
    .orderBy(asc(outboxMails.askAt))
    .limit(limit);

export const deliveryStates = [
  "waiting",
  "trying",
  "failed",
  "sent",
  "delivered",
  "undelivered",
  "kept",
  "unwanted",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

const bounces = ["permanent-failure", "temporary-failure", "technical-failure"] as const;

/** A mail that was carried and did not arrive. */
export const isUndelivered = inArray(outboxMails.delivery, [...bounces]);

/** Where a mail stands. */
export const deliveryStateOf = (
  row: Pick<MailRow, "sentAt" | "keptFor" | "attempts" | "lastError" | "delivery">,
): DeliveryState => {
  if (row.delivery === "delivered") return "delivered";
  if (bounces.some((bounce) => bounce === row.delivery)) return "undelivered";
  if (row.sentAt !== null) return "sent";
  if (row.keptFor !== null) return row.keptFor === "digest" ? "kept" : "unwanted";
  if (row.attempts >= mostAttempts) return "failed";
  return row.lastError === null ? "waiting" : "trying";
};

const unsent = and(isNull(outboxMails.sentAt), isNull(outboxMails.keptFor));
const standing: Readonly<Record<DeliveryState, SQL | undefined>> = {
  waiting: and(unsent, lt(outboxMails.attempts, mostAttempts), isNull(outboxMails.lastError)),
  trying: and(unsent, lt(outboxMails.attempts, mostAttempts), isNotNull(outboxMails.lastError)),
  failed: and(unsent, gte(outboxMails.attempts, mostAttempts)),
  sent: and(
    isNotNull(outboxMails.sentAt),
    or(isNull(outboxMails.delivery), eq(outboxMails.delivery, "unknown")),
  ),
  delivered: eq(outboxMails.delivery, "delivered"),
  undelivered: isUndelivered,
  kept: and(isNull(outboxMails.sentAt), eq(outboxMails.keptFor, "digest")),
  unwanted: eq(outboxMails.keptFor, "nobody"),
};

/** An area's mails without their content, the newest first, in one state or in any. */
export const listMailsOfArea = async (
  read: Read,
  given: {
    readonly areaId: AreaId;
    readonly state: DeliveryState | undefined;
    readonly offset: number;
    readonly limit: number;
  },
) => {
  const { areaId, state, offset, limit } = given;
  const where = and(
    eq(outboxMails.areaId, areaId),
    state === undefined ? undefined : standing[state],
  );
  const [rows, total] = await Promise.all([
    read
      .select({
        id: outboxMails.id,
        recipient: outboxMails.recipient,
        name: people.name,
        template: outboxMails.template,
        createdAt: outboxMails.createdAt,
        sentAt: outboxMails.sentAt,
        attempts: outboxMails.attempts,
        lastError: outboxMails.lastError,
        keptFor: outboxMails.keptFor,
        delivery: outboxMails.delivery,
        settledAt: outboxMails.settledAt,
      })
      .from(outboxMails)
      .leftJoin(people, eq(people.email, outboxMails.recipient))
      .where(where)
      .orderBy(desc(outboxMails.createdAt), desc(outboxMails.id))
      .limit(limit)
      .offset(offset),
    read.$count(outboxMails, where),
  ]);
  return { rows, total };
};

/** What a person chose, by topic. */
export const listPreferences = (read: Read, personId: PersonId) =>
  read.select().from(mailPreferences).where(eq(mailPreferences.personId, personId));
