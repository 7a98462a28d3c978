import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { Band, Need, NeedId, NeedOutcome, NeedState } from "@alongside/domain/need";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { areas } from "./area.ts";
import { schools } from "./school.ts";

/** Support needs. `need` is the whole state; the other columns are read from it, for lists to filter and sort by. */
export const needs = sqliteTable(
  "needs",
  {
    id: text().$type<NeedId>().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    urn: integer()
      .$type<Urn>()
      .notNull()
      .references(() => schools.urn),
    /** Counts the needs of the area in the order in which they were submitted; null in a draft. */
    number: integer(),
    need: text({ mode: "json" }).$type<Need>().notNull(),
    state: text().$type<NeedState>().notNull(),
    isUrgent: integer({ mode: "boolean" }).notNull(),
    band: integer().$type<Band>(),
    primaryArea: text(),
    outcome: text().$type<NeedOutcome>(),
    submittedAt: text(),
    /** When the next act is due, as an instant; null when none has a day. */
    dueAt: text(),
    holdUntil: text().$type<IsoDate>(),
    /** The coordinator who took it; null until one has. */
    coordinatorId: text().$type<PersonId>(),
    /** Leaders were shown it on a shortlist or in an offer that is out. */
    isShortlisted: integer({ mode: "boolean" }).notNull().default(false),
    isAcceptedInPrinciple: integer({ mode: "boolean" }).notNull().default(false),
    begunBy: text().notNull(),
    isBegunOnBehalf: integer({ mode: "boolean" }).notNull(),
    createdAt: text().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex("needs_number").on(table.areaId, table.number),
    index("needs_by_area").on(table.areaId, table.state, table.dueAt),
    index("needs_by_school").on(table.urn),
  ],
);
