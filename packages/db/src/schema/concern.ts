import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Instant } from "@alongside/domain/calendar";
import type { Concern, ConcernId, ConcernState } from "@alongside/domain/concern";
import type { AreaId } from "@alongside/domain/identity";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { areas } from "./area.ts";
import { schools } from "./school.ts";

/** Concerns about schools, confidential. `concern` is the whole state with its letters; the other columns are read from it, for lists. */
export const concerns = sqliteTable(
  "concerns",
  {
    id: text().$type<ConcernId>().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    urn: integer()
      .$type<Urn>()
      .notNull()
      .references(() => schools.urn),
    concern: text({ mode: "json" }).$type<Concern>().notNull(),
    state: text().$type<ConcernState>().notNull(),
    /** The day by which the letter that is out is to be answered; null where no reply is awaited. */
    replyBy: text().$type<IsoDate>(),
    raisedBy: text().notNull(),
    raisedAt: text().$type<Instant>().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("concerns_by_area").on(table.areaId, table.state, table.raisedAt),
    index("concerns_by_school").on(table.urn, table.state),
  ],
);
