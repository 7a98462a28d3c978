import { index, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import { areas } from "./area.ts";
import { people } from "./identity.ts";
import { needs } from "./need.ts";

const personReference = () =>
  text()
    .$type<PersonId>()
    .notNull()
    .references(() => people.id);

/** Needs that somebody keeps an eye on. */
export const needWatches = sqliteTable(
  "need_watches",
  {
    needId: text()
      .$type<NeedId>()
      .notNull()
      .references(() => needs.id),
    personId: personReference(),
    since: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.needId] }),
    index("need_watches_by_need").on(table.needId),
  ],
);

/** Filters of a list that somebody gave a name: the query part of its address. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: text().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    personId: personReference(),
    name: text().notNull(),
    search: text().notNull(),
    createdAt: text().notNull(),
  },
  (table) => [uniqueIndex("saved_views_name").on(table.areaId, table.personId, table.name)],
);
