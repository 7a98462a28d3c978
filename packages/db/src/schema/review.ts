import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Instant } from "@alongside/domain/calendar";
import type { AreaId, ZoneId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { Judgements, ReviewId, ReviewState } from "@alongside/domain/review";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { areas, terms, zones } from "./area.ts";
import { schools } from "./school.ts";

/** The termly review of a zone: one for each term. */
export const reviews = sqliteTable(
  "reviews",
  {
    id: text().$type<ReviewId>().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    zoneId: text()
      .$type<ZoneId>()
      .notNull()
      .references(() => zones.id),
    termId: text()
      .notNull()
      .references(() => terms.id),
    state: text().$type<ReviewState>().notNull(),
    openedBy: text().notNull(),
    openedAt: text().$type<Instant>().notNull(),
    /** The day on which the zone's panel met; null until it has. */
    panelOn: text().$type<IsoDate>(),
    agreedBy: text(),
    agreedAt: text().$type<Instant>(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex("reviews_once").on(table.zoneId, table.termId),
    index("reviews_by_area").on(table.areaId, table.state),
  ],
);

/** What a review found of a school. The note is confidential; the head reads it only where it is shared. */
export const reviewSchools = sqliteTable(
  "review_schools",
  {
    reviewId: text()
      .$type<ReviewId>()
      .notNull()
      .references(() => reviews.id),
    urn: integer()
      .$type<Urn>()
      .notNull()
      .references(() => schools.urn),
    judgements: text({ mode: "json" }).$type<Judgements>().notNull(),
    /** Empty where there is none. */
    note: text().notNull().default(""),
    isNoteShared: integer({ mode: "boolean" }).notNull().default(false),
    judgedBy: text().notNull(),
    judgedAt: text().$type<Instant>().notNull(),
    /** The need that was begun because of it; it may have been discarded since. */
    needId: text().$type<NeedId>(),
    /** When its people were asked for days; null where nothing is strong, or the review is not agreed. */
    invitedAt: text().$type<Instant>(),
    inviteAnswer: text({ enum: ["offering", "not-now"] }),
    inviteAnsweredBy: text(),
    inviteAnsweredAt: text().$type<Instant>(),
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.reviewId, table.urn] }),
    index("review_schools_by_school").on(table.urn),
  ],
);
