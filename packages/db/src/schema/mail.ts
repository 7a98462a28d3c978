import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PersonId } from "@alongside/domain/identity";
import { people } from "./identity.ts";

/** How a person wants mails about a topic. What was never chosen comes at once. */
export const mailPreferences = sqliteTable(
  "mail_preferences",
  {
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    topic: text().notNull(),
    way: text({ enum: ["at-once", "daily", "never"] }).notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.personId, table.topic] })],
);

/** Reminders that went out, by what they were about and until when: each goes out once, in however many processes the clock ticks. */
export const sentReminders = sqliteTable("sent_reminders", {
  key: text().primaryKey(),
  at: text().notNull(),
});
