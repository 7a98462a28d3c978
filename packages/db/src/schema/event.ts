import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AreaId } from "@alongside/domain/identity";

/**
 * The one log: timeline of every record and audit of every act. Rows are only ever added; each carries the hash
 * of the one before. The payload is hashed with a salt, so that erasing payload and salt leaves the chain whole.
 */
export const events = sqliteTable(
  "events",
  {
    seq: integer().primaryKey(),
    at: text().notNull(),
    areaId: text().$type<AreaId>(),
    actor: text().notNull(),
    onBehalfOf: text(),
    entity: text().notNull(),
    entityId: text().notNull(),
    entityVersion: integer().notNull(),
    kind: text().notNull(),
    requestId: text().notNull(),
    payload: text(),
    payloadSalt: text(),
    payloadHash: text().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    index("events_by_entity").on(table.entity, table.entityId, table.seq),
    index("events_by_area").on(table.areaId, table.seq),
  ],
);

/** The reply to a create or an accept, kept so that the same request sent again has one effect. */
export const idempotentReplies = sqliteTable("idempotent_replies", {
  key: text().primaryKey(),
  reply: text().notNull(),
  at: text().notNull(),
});

/** Mail to send, written in the transaction that gives the reason for it. */
/** What may become of a mail that a carrier took (the words of GOV.UK Notify); `unknown` when it never said. */
export const deliveryEnds = [
  "delivered",
  "permanent-failure",
  "temporary-failure",
  "technical-failure",
  "unknown",
] as const;

export const outboxMails = sqliteTable(
  "outbox_mails",
  {
    id: text().primaryKey(),
    areaId: text().$type<AreaId>(),
    recipient: text().notNull(),
    template: text().notNull(),
    content: text({ mode: "json" }).$type<Readonly<Record<string, string>>>().notNull(),
    createdAt: text().notNull(),
    sentAt: text(),
    attempts: integer().notNull().default(0),
    /** Milliseconds since 1970 before which nobody tries (again): also the lease of whoever is trying now. */
    dueAt: integer().notNull().default(0),
    lastError: text(),
    /** Set when the mail is not sent by itself: it waits for the day's summary, or its reader wants none of its kind. */
    keptFor: text({ enum: ["digest", "nobody"] }),
    /** What whoever carried it calls it, where that can be asked later what became of it. */
    carrierId: text(),
    /** Milliseconds since 1970 when the carrier is asked (again); null once it is known, and where nobody can be asked. */
    askAt: integer(),
    /** What became of it in the end; null while nobody knows. */
    delivery: text({ enum: deliveryEnds }),
    settledAt: text(),
  },
  (table) => [
    index("outbox_mails_waiting").on(table.sentAt, table.dueAt),
    index("outbox_mails_to_ask").on(table.askAt),
  ],
);
