import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  AbsenceReason,
  GroupType,
  IsoDate,
  LaCode,
  LinkDirection,
  LinkManner,
  Phase,
  SchoolStatus,
  Setting,
  Urn,
} from "@alongside/domain/school";
import { imports } from "./register-import.ts";

const importReference = () => integer().references(() => imports.id);

/** The register of establishments, shared by all areas: what the Department publishes, as published. */
export const schools = sqliteTable(
  "schools",
  {
    urn: integer().$type<Urn>().primaryKey(),
    laCode: text().$type<LaCode>().notNull(),
    laName: text().notNull(),
    name: text().notNull(),
    status: text().$type<SchoolStatus>().notNull(),
    phase: text().$type<Phase>().notNull(),
    setting: text().$type<Setting>().notNull(),
    establishmentNumber: text(),
    type: text(),
    typeGroup: text(),
    openReason: text(),
    openDate: text().$type<IsoDate>(),
    closeReason: text(),
    closeDate: text().$type<IsoDate>(),
    lowAge: integer(),
    highAge: integer(),
    boarders: text(),
    sixthForm: text(),
    gender: text(),
    religiousCharacter: text(),
    diocese: text(),
    admissionsPolicy: text(),
    ukprn: text(),
    street: text(),
    locality: text(),
    address3: text(),
    town: text(),
    county: text(),
    postcode: text(),
    website: text(),
    telephone: text(),
    region: text(),
    district: text(),
    ward: text(),
    urbanRural: text(),
    easting: integer(),
    northing: integer(),
    pupils: integer(),
    capacity: integer(),
    percentageFsm: real(),
    trustCode: text(),
    trustName: text(),
    federation: text(),
    /** Hash of the last file line that was taken: a line that is the same again needs no closer look. */
    fingerprint: text(),
    /** The import that last stated each group of values: their source and as-of date. */
    profileImportId: importReference(),
    placeImportId: importReference(),
    pupilsImportId: importReference(),
    trustImportId: importReference(),
  },
  (table) => [
    index("schools_by_authority").on(table.laCode, table.name),
    index("schools_by_trust").on(table.trustCode),
  ],
);

/** Predecessors and successors: history follows the place through changes of URN. */
export const schoolLinks = sqliteTable(
  "school_links",
  {
    urn: integer().$type<Urn>().notNull(),
    linkUrn: integer().$type<Urn>().notNull(),
    statedType: text().notNull(),
    direction: text().$type<LinkDirection>().notNull(),
    manner: text().$type<LinkManner>().notNull(),
    linkName: text(),
    establishedDate: text().$type<IsoDate>(),
    importId: importReference(),
  },
  (table) => [
    primaryKey({ columns: [table.urn, table.linkUrn, table.statedType] }),
    index("school_links_back").on(table.linkUrn),
  ],
);

export const trustMemberships = sqliteTable(
  "trust_memberships",
  {
    urn: integer().$type<Urn>().notNull(),
    groupUid: text().notNull(),
    groupId: text(),
    groupName: text().notNull(),
    groupType: text().$type<GroupType>().notNull(),
    companiesHouseNumber: text(),
    current: integer({ mode: "boolean" }).notNull(),
    /** Blank when the file does not say: a school may leave a trust and come back. */
    joined: text().notNull(),
    closedDate: text().$type<IsoDate>(),
    importId: importReference(),
  },
  (table) => [
    primaryKey({ columns: [table.urn, table.groupUid, table.joined] }),
    index("trust_memberships_by_group").on(table.groupUid),
  ],
);

/** One inspection result under one framework; frameworks are never converted into one another. */
export const inspections = sqliteTable(
  "inspections",
  {
    urn: integer().$type<Urn>().notNull(),
    framework: text({ enum: ["overall", "judgements", "report-card"] }).notNull(),
    inspectedOn: text().$type<IsoDate>().notNull(),
    grades: text({ mode: "json" }).$type<Readonly<Record<string, string | null>>>().notNull(),
    importId: importReference(),
  },
  (table) => [primaryKey({ columns: [table.urn, table.framework, table.inspectedOn] })],
);

/** A published measure of one school in one year; `absence` says in the publisher's word why there is no value. */
export const outcomes = sqliteTable(
  "outcomes",
  {
    urn: integer().$type<Urn>().notNull(),
    measure: text().notNull(),
    /** The calendar year in which the school year ended. */
    year: integer().notNull(),
    value: real(),
    absence: text().$type<AbsenceReason>(),
    pupils: integer(),
    /** The URN under which the result was achieved, when the school has changed URN since. */
    fromUrn: integer().$type<Urn>(),
    importId: importReference(),
  },
  (table) => [primaryKey({ columns: [table.urn, table.measure, table.year] })],
);

/** A published measure of a local authority, a region or England. */
export const areaOutcomes = sqliteTable(
  "area_outcomes",
  {
    areaKind: text({ enum: ["authority", "region", "england"] }).notNull(),
    areaCode: text().notNull(),
    areaName: text().notNull(),
    /** What the measure is, in the publisher's words. */
    title: text(),
    measure: text().notNull(),
    /** The calendar year in which the period ended. */
    year: integer().notNull(),
    /** As the publisher states it: `2021` or `2020/21`. */
    period: text().notNull(),
    value: real(),
    absence: text().$type<AbsenceReason>(),
    importId: importReference(),
  },
  (table) => [primaryKey({ columns: [table.areaCode, table.measure, table.year] })],
);
