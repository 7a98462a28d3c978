import { and, asc, desc, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { AreaId, ZoneId } from "@alongside/domain/identity";
import type { LaCode, Phase, SchoolStatus, Setting, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { schools, zoneMemberships, zones } from "../schema/index.ts";
import { matchFor } from "./school-search.ts";

export const schoolSorts = ["name", "phase", "pupils", "postcode", "trust"] as const;
export type SchoolSort = (typeof schoolSorts)[number];

/** Values within one part of the filter widen it, parts together narrow it; a part that is absent lets all pass. */
export type SchoolFilter = {
  readonly laCodes: readonly LaCode[];
  readonly areaId: AreaId;
  readonly words?: string | undefined;
  readonly phases?: readonly Phase[] | undefined;
  readonly settings?: readonly Setting[] | undefined;
  readonly statuses?: readonly SchoolStatus[] | undefined;
  readonly zone?: ZoneId | "none" | undefined;
  readonly trust?: string | undefined;
  readonly type?: string | undefined;
};

export type SchoolPage = {
  readonly sort: SchoolSort;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
};

const sortColumns = {
  name: schools.name,
  phase: schools.phase,
  pupils: schools.pupils,
  postcode: schools.postcode,
  trust: schools.trustName,
} as const;

const listColumns = {
  urn: schools.urn,
  name: schools.name,
  status: schools.status,
  phase: schools.phase,
  setting: schools.setting,
  type: schools.type,
  postcode: schools.postcode,
  town: schools.town,
  pupils: schools.pupils,
  trustCode: schools.trustCode,
  trustName: schools.trustName,
  easting: schools.easting,
  northing: schools.northing,
};

const currentMembers = (read: Read, areaId: AreaId, zoneId?: ZoneId) =>
  read
    .select({ urn: zoneMemberships.urn })
    .from(zoneMemberships)
    .where(
      and(
        eq(zoneMemberships.areaId, areaId),
        isNull(zoneMemberships.toOn),
        zoneId === undefined ? undefined : eq(zoneMemberships.zoneId, zoneId),
      ),
    );

const zoneCondition = (read: Read, filter: SchoolFilter): SQL | undefined => {
  if (filter.zone === undefined) return undefined;
  return filter.zone === "none"
    ? sql`${schools.urn} NOT IN ${currentMembers(read, filter.areaId)}`
    : inArray(schools.urn, currentMembers(read, filter.areaId, filter.zone));
};

const oneOf = <Value extends string>(
  column: SQLiteColumn,
  values: readonly Value[] | undefined,
): SQL | undefined =>
  values === undefined || values.length === 0 ? undefined : inArray(column, [...values]);

/** The same search as the box at the top of the page: what finds a school there keeps it in the list. */
const wordsCondition = async (
  read: Read,
  { words, laCodes }: SchoolFilter,
): Promise<SQL | undefined> => {
  if (words === undefined || words.trim() === "") return undefined;
  const match = await matchFor(read, laCodes, words);
  return match === undefined
    ? sql`0`
    : sql`${schools.urn} IN (SELECT rowid FROM school_search WHERE school_search MATCH ${match})`;
};

const conditionOf = async (read: Read, filter: SchoolFilter): Promise<SQL | undefined> =>
  and(
    inArray(schools.laCode, [...filter.laCodes]),
    oneOf(schools.phase, filter.phases),
    oneOf(schools.setting, filter.settings),
    oneOf(schools.status, filter.statuses),
    filter.trust === undefined ? undefined : eq(schools.trustCode, filter.trust),
    filter.type === undefined ? undefined : eq(schools.type, filter.type),
    zoneCondition(read, filter),
    await wordsCondition(read, filter),
  );

export type SchoolLine = Awaited<ReturnType<typeof listSchools>>["schools"][number];

/** One page of an area's schools, and how many there are in all. */
export const listSchools = async (read: Read, filter: SchoolFilter, page: SchoolPage) => {
  const condition = await conditionOf(read, filter);
  const direction = page.isDescending ? desc : asc;
  const rows = await read
    .select(listColumns)
    .from(schools)
    .where(condition)
    .orderBy(
      sql`${sortColumns[page.sort]} IS NULL`,
      direction(sql`${sortColumns[page.sort]} COLLATE NOCASE`),
      asc(schools.urn),
    )
    .limit(page.limit)
    .offset(page.offset);
  const total = await read.$count(schools, condition);
  return { schools: rows, total };
};

const zonesNow = (read: Read, areaId: AreaId) =>
  read
    .select({ value: zones.id, label: zones.name })
    .from(zones)
    .where(and(eq(zones.areaId, areaId), isNull(zones.closedOn)))
    .orderBy(asc(zones.name));

/** What an area's list can be filtered by: the trusts and types that its schools have, and its zones. */
export const schoolFilterChoices = async (
  read: Read,
  { laCodes, areaId }: Pick<SchoolFilter, "laCodes" | "areaId">,
) => {
  const here = inArray(schools.laCode, [...laCodes]);
  const [trusts, types, zoneChoices] = await Promise.all([
    read
      .selectDistinct({ value: schools.trustCode, label: schools.trustName })
      .from(schools)
      .where(and(here, isNotNull(schools.trustCode)))
      .orderBy(sql`${schools.trustName} COLLATE NOCASE`),
    read
      .selectDistinct({ value: schools.type })
      .from(schools)
      .where(and(here, isNotNull(schools.type)))
      .orderBy(asc(schools.type)),
    zonesNow(read, areaId),
  ]);
  return { trusts, types, zones: zoneChoices };
};

/** The zones that are in use, with the shapes that were drawn for them. */
export const zoneShapes = (read: Read, areaId: AreaId) =>
  read
    .select({
      id: zones.id,
      name: zones.name,
      phaseGroup: zones.phaseGroup,
      boundary: zones.boundary,
    })
    .from(zones)
    .where(and(eq(zones.areaId, areaId), isNull(zones.closedOn)))
    .orderBy(asc(zones.name));

export type SchoolRow = typeof schools.$inferSelect;

export const findSchool = async (read: Read, urn: Urn): Promise<SchoolRow | undefined> =>
  (await read.select().from(schools).where(eq(schools.urn, urn)))[0];

/** The zones that these schools are in today, one row per school and phase group. */
export const zonesOfSchools = (read: Read, areaId: AreaId, urns: readonly Urn[]) =>
  read
    .select({
      urn: zoneMemberships.urn,
      zoneId: zones.id,
      zone: zones.name,
      phaseGroup: zones.phaseGroup,
    })
    .from(zoneMemberships)
    .innerJoin(zones, eq(zones.id, zoneMemberships.zoneId))
    .where(
      and(
        eq(zoneMemberships.areaId, areaId),
        isNull(zoneMemberships.toOn),
        inArray(zoneMemberships.urn, [...urns]),
      ),
    );
