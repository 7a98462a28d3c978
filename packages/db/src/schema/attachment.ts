import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AttachmentKind } from "@alongside/domain/attachment";
import type { AreaId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import { areas } from "./area.ts";
import { needs } from "./need.ts";

/** Files attached to needs. The content lies in a folder of its own, under its hash; what was removed stays on record. */
export const attachments = sqliteTable(
  "attachments",
  {
    id: text().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    needId: text()
      .$type<NeedId>()
      .notNull()
      .references(() => needs.id, { onDelete: "cascade" }),
    name: text().notNull(),
    kind: text().$type<AttachmentKind>().notNull(),
    bytes: integer().notNull(),
    /** SHA-256 of the content, in hexadecimal. */
    hash: text().notNull(),
    addedBy: text().notNull(),
    addedAt: text().notNull(),
    removedBy: text(),
    removedAt: text(),
    removedReason: text(),
  },
  (table) => [
    index("attachments_by_need").on(table.needId),
    index("attachments_by_hash").on(table.hash),
  ],
);
