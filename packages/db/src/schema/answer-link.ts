import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import { areas } from "./area.ts";
import { people } from "./identity.ts";

/**
 * Links in mails that answer one thing, once, without an account. The token itself is only in the mail; what it answers, for whom and until
 * when is here. Times are milliseconds since 1970.
 */
export const answerLinks = sqliteTable(
  "answer_links",
  {
    tokenHash: text().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    /** What is answered: an offer by one of its three sides, or whether a leader's days still stand. */
    purpose: text({ enum: ["leader", "home-school", "supported-school", "reconfirm"] }).notNull(),
    /** The offer, or the capacity line. */
    aboutId: text().notNull(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
    /** When a newer link for the same person and answer was mailed. */
    replacedAt: integer(),
  },
  (table) => [index("answer_links_by_answer").on(table.aboutId, table.personId, table.purpose)],
);
