import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import type { AreaId, ZoneId } from "@alongside/domain/identity";
import type { LaCode, Phase, SchoolStatus, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { schools, zoneMemberships, zones } from "../schema/index.ts";
import { matchFor } from "./school-search.ts";

export const schoolSorts = ["name", "phase", "pupils", "postcode", "trust"] as const;
export type SchoolSort = (typeof schoolSorts)[number];

export type SchoolFilter = {
  readonly laCodes: readonly LaCode[];
  readonly areaId: AreaId;
  readonly words?: string | undefined;
  readonly phase?: Phase | undefined;
  readonly status?: SchoolStatus | "any-open" | undefined;
  readonly zoneId?: ZoneId | "none" | undefined;
  readonly trustCode?: string | undefined;
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

const openStates: readonly SchoolStatus[] = ["open", "proposed-to-close"];

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
  if (filter.zoneId === undefined) return undefined;
  return filter.zoneId === "none"
    ? sql`${schools.urn} NOT IN ${currentMembers(read, filter.areaId)}`
    : inArray(schools.urn, currentMembers(read, filter.areaId, filter.zoneId));
};

const statusCondition = (status: SchoolFilter["status"]): SQL | undefined => {
  if (status === undefined) return undefined;
  return status === "any-open"
    ? inArray(schools.status, [...openStates])
    : eq(schools.status, status);
};

/** The same search as the box at the top of the page: what finds a school there keeps it in the list. */
const wordsCondition = async (read: Read, words: string | undefined): Promise<SQL | undefined> => {
  if (words === undefined || words.trim() === "") return undefined;
  const match = await matchFor(read, words);
  return match === undefined
    ? sql`0`
    : sql`${schools.urn} IN (SELECT rowid FROM school_search WHERE school_search MATCH ${match})`;
};

const conditionOf = async (read: Read, filter: SchoolFilter): Promise<SQL | undefined> =>
  and(
    inArray(schools.laCode, [...filter.laCodes]),
    filter.phase === undefined ? undefined : eq(schools.phase, filter.phase),
    filter.trustCode === undefined ? undefined : eq(schools.trustCode, filter.trustCode),
    statusCondition(filter.status),
    zoneCondition(read, filter),
    await wordsCondition(read, filter.words),
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
      direction(sortColumns[page.sort]),
      asc(schools.urn),
    )
    .limit(page.limit)
    .offset(page.offset);
  const total = await read.$count(schools, condition);
  return { schools: rows, total };
};

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
