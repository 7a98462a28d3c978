import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AreaId, PersonId, ZoneId } from "@alongside/domain/identity";
import type { MenuState } from "@alongside/domain/menu";
import type { NeedId } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import { areas, zones } from "./area.ts";
import { people } from "./identity.ts";
import { schools } from "./school.ts";

/** Packages of support that leaders publish in a zone's menu. */
export const menuPackages = sqliteTable(
  "menu_packages",
  {
    id: text().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    zoneId: text()
      .$type<ZoneId>()
      .notNull()
      .references(() => zones.id),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    title: text().notNull(),
    /** Code of the list of areas of expertise. */
    area: text().notNull(),
    halfDays: integer().notNull(),
    includes: text().notNull(),
    state: text().$type<MenuState>().notNull(),
    /** What the zone said when it agreed or turned it down; empty until then. */
    answer: text().notNull().default(""),
    publishedAt: text().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("menu_packages_by_zone").on(table.areaId, table.zoneId, table.state),
    index("menu_packages_by_leader").on(table.areaId, table.personId),
  ],
);

/** Schools that asked for a package: each counts once. */
export const menuInterests = sqliteTable(
  "menu_interests",
  {
    packageId: text()
      .notNull()
      .references(() => menuPackages.id),
    urn: integer()
      .$type<Urn>()
      .notNull()
      .references(() => schools.urn),
    since: text().notNull(),
    by: text().notNull(),
    /** The need that came of it; it may have been discarded since. */
    needId: text().$type<NeedId>(),
  },
  (table) => [primaryKey({ columns: [table.packageId, table.urn] })],
);
