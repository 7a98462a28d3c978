import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { IsoDate, LaCode, Urn } from "@alongside/domain/school";
import type { AreaId, PersonId, ZoneId } from "@alongside/domain/identity";
import type { FitWeights, GridPoint, PhaseGroup } from "@alongside/domain/partnership";
import { schools } from "./school.ts";

export const areas = sqliteTable("areas", {
  id: text().$type<AreaId>().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  isDemonstration: integer({ mode: "boolean" }).notNull().default(false),
  outline: text({ mode: "json" }).$type<readonly (readonly GridPoint[])[]>(),
  version: integer().notNull().default(1),
  createdAt: text().notNull(),
});

export const areaAuthorities = sqliteTable(
  "area_authorities",
  {
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    laCode: text().$type<LaCode>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.areaId, table.laCode] }),
    uniqueIndex("area_authorities_once").on(table.laCode),
  ],
);

export const terms = sqliteTable(
  "terms",
  {
    id: text().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    academicYear: text().notNull(),
    season: text({ enum: ["autumn", "spring", "summer"] }).notNull(),
    startsOn: text().$type<IsoDate>().notNull(),
    /** First day of the second half of the term. */
    halfOn: text().$type<IsoDate>().notNull(),
    endsOn: text().$type<IsoDate>().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [uniqueIndex("terms_once").on(table.areaId, table.academicYear, table.season)],
);

export const zones = sqliteTable(
  "zones",
  {
    id: text().$type<ZoneId>().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    name: text().notNull(),
    phaseGroup: text().$type<PhaseGroup>().notNull(),
    boundary: text({ mode: "json" }).$type<readonly GridPoint[]>(),
    closedOn: text().$type<IsoDate>(),
    version: integer().notNull().default(1),
  },
  (table) => [index("zones_by_area").on(table.areaId)],
);

export const zoneMemberships = sqliteTable(
  "zone_memberships",
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
    phaseGroup: text().$type<PhaseGroup>().notNull(),
    urn: integer()
      .$type<Urn>()
      .notNull()
      .references(() => schools.urn),
    fromOn: text().$type<IsoDate>().notNull(),
    /** The first day on which the school was no longer in the zone. */
    toOn: text().$type<IsoDate>(),
  },
  (table) => [
    uniqueIndex("zone_memberships_now_once")
      .on(table.areaId, table.urn, table.phaseGroup)
      .where(sql`${table.toOn} IS NULL`),
    index("zone_memberships_by_school").on(table.urn),
    index("zone_memberships_by_zone").on(table.zoneId),
  ],
);

/** Who sits on the panel of a zone. Its coordinators are those who hold that role there: see `role_grants`. */
export const zoneOfficers = sqliteTable(
  "zone_officers",
  {
    zoneId: text()
      .$type<ZoneId>()
      .notNull()
      .references(() => zones.id),
    personId: text().$type<PersonId>().notNull(),
    part: text({ enum: ["panel"] }).notNull(),
    fromOn: text().$type<IsoDate>().notNull(),
    toOn: text().$type<IsoDate>(),
  },
  (table) => [primaryKey({ columns: [table.zoneId, table.personId, table.part, table.fromOn] })],
);

export const codeEntries = sqliteTable(
  "code_entries",
  {
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    list: text().notNull(),
    code: text().notNull(),
    label: text().notNull(),
    groupLabel: text(),
    help: text(),
    position: integer().notNull(),
    retiredOn: text().$type<IsoDate>(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.areaId, table.list, table.code] })],
);

export const rates = sqliteTable(
  "rates",
  {
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    code: text().notNull(),
    label: text().notNull(),
    /** Pence for a whole day; a half-day is pro rata. */
    pencePerDay: integer().notNull(),
    /** Share that the partnership keeps for brokering, in per cent. */
    brokerageShare: integer().notNull(),
    retiredOn: text().$type<IsoDate>(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.areaId, table.code] })],
);

export const fitWeights = sqliteTable("fit_weights", {
  areaId: text()
    .$type<AreaId>()
    .primaryKey()
    .references(() => areas.id),
  weights: text({ mode: "json" }).$type<FitWeights>().notNull(),
  version: integer().notNull().default(1),
});
