import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AreaId } from "@alongside/domain/identity";
import type { HoldSubject, RetentionKind } from "@alongside/domain/retention";
import { areas } from "./area.ts";

/** How long an area keeps a kind of record. Without a row the kind's own term holds. */
export const retentionRules = sqliteTable(
  "retention_rules",
  {
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    kind: text().$type<RetentionKind>().notNull(),
    months: integer().notNull(),
    changedBy: text().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.areaId, table.kind] })],
);

/** What must stay although its time is over, because of a claim, an inquiry or a complaint. */
export const legalHolds = sqliteTable(
  "legal_holds",
  {
    id: text().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    /** The whole area, one school or one person. */
    subjectKind: text().$type<HoldSubject["kind"]>().notNull(),
    /** The URN, or the person; empty for the area. */
    subjectId: text().notNull(),
    reason: text().notNull(),
    placedBy: text().notNull(),
    placedAt: text().notNull(),
    releasedBy: text(),
    releasedAt: text(),
    releasedReason: text(),
    version: integer().notNull().default(1),
  },
  (table) => [index("legal_holds_by_area").on(table.areaId, table.releasedAt)],
);
