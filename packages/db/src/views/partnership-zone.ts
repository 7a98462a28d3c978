import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AreaId, PersonId, ZoneId } from "@alongside/domain/identity";
import type { LaCode, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  people,
  roleGrants,
  schools,
  zoneMemberships,
  zoneOfficers,
  zones,
} from "../schema/index.ts";

export type ZoneRow = typeof zones.$inferSelect;
export type MembershipRow = typeof zoneMemberships.$inferSelect;

/** A zone of this area; that of another area answers as none does. */
export const findZone = async (
  read: Read,
  areaId: AreaId,
  id: ZoneId,
): Promise<ZoneRow | undefined> =>
  (
    await read
      .select()
      .from(zones)
      .where(and(eq(zones.id, id), eq(zones.areaId, areaId)))
  )[0];

/** All zones of an area, closed ones too, by name. */
export const listZones = (read: Read, areaId: AreaId): Promise<readonly ZoneRow[]> =>
  read
    .select()
    .from(zones)
    .where(eq(zones.areaId, areaId))
    .orderBy(sql`${zones.name} COLLATE NOCASE`, asc(zones.id));

/** Who is where today. */
export const listOpenMemberships = (
  read: Read,
  areaId: AreaId,
): Promise<readonly MembershipRow[]> =>
  read
    .select()
    .from(zoneMemberships)
    .where(and(eq(zoneMemberships.areaId, areaId), isNull(zoneMemberships.toOn)));

/** Every place that a school has had in the area's zones, latest first. */
export const listMembershipsOfSchool = (
  read: Read,
  areaId: AreaId,
  urn: Urn,
): Promise<readonly MembershipRow[]> =>
  read
    .select()
    .from(zoneMemberships)
    .where(and(eq(zoneMemberships.areaId, areaId), eq(zoneMemberships.urn, urn)))
    .orderBy(desc(zoneMemberships.fromOn), desc(zoneMemberships.id));

/** The schools that a zone has or had, by name, each with the days of its stay. */
export const listSchoolsOfZone = (read: Read, zoneId: ZoneId) =>
  read
    .select({
      urn: schools.urn,
      name: schools.name,
      phase: schools.phase,
      setting: schools.setting,
      status: schools.status,
      pupils: schools.pupils,
      easting: schools.easting,
      northing: schools.northing,
      fromOn: zoneMemberships.fromOn,
      toOn: zoneMemberships.toOn,
    })
    .from(zoneMemberships)
    .innerJoin(schools, eq(schools.urn, zoneMemberships.urn))
    .where(eq(zoneMemberships.zoneId, zoneId))
    .orderBy(asc(schools.name), asc(zoneMemberships.fromOn));

export type ZoneSchool = Awaited<ReturnType<typeof listSchoolsOfZone>>[number];

/** Schools of these authorities that are open or about to be, by name: what a zone can take. */
export const listSchoolsToPlace = (read: Read, laCodes: readonly LaCode[]) =>
  read
    .select({
      urn: schools.urn,
      name: schools.name,
      phase: schools.phase,
      setting: schools.setting,
      town: schools.town,
      easting: schools.easting,
      northing: schools.northing,
    })
    .from(schools)
    .where(
      and(
        inArray(schools.laCode, [...laCodes]),
        inArray(schools.status, ["open", "proposed-to-close", "proposed-to-open"]),
      ),
    )
    .orderBy(asc(schools.name), asc(schools.urn));

export type SchoolToPlace = Awaited<ReturnType<typeof listSchoolsToPlace>>[number];

/** These schools, those that there are. */
export const findSchools = (read: Read, urns: readonly Urn[]) =>
  read
    .select({
      urn: schools.urn,
      laCode: schools.laCode,
      phase: schools.phase,
      setting: schools.setting,
    })
    .from(schools)
    .where(sql`${schools.urn} IN (SELECT value FROM json_each(${JSON.stringify(urns)}))`);

/** How many schools of an authority are in one of the area's zones now. */
export const countPlacedSchools = async (
  read: Read,
  areaId: AreaId,
  laCode: LaCode,
): Promise<number> => {
  const [row] = await read
    .select({ count: sql<number>`count(DISTINCT ${zoneMemberships.urn})` })
    .from(zoneMemberships)
    .innerJoin(schools, eq(schools.urn, zoneMemberships.urn))
    .where(
      and(
        eq(zoneMemberships.areaId, areaId),
        isNull(zoneMemberships.toOn),
        eq(schools.laCode, laCode),
      ),
    );
  return row?.count ?? 0;
};

/** The coordinators of the area's zones, before and now: each a role that was given and may have ended. */
export const listCoordinators = (read: Read, areaId: AreaId, zoneId?: ZoneId) =>
  read
    .select({
      grantId: roleGrants.id,
      zoneId: roleGrants.zoneId,
      personId: people.id,
      personVersion: people.version,
      name: people.name,
      mayActOnBehalf: roleGrants.mayActOnBehalf,
      fromOn: roleGrants.fromOn,
      endedAt: roleGrants.endedAt,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.areaId, areaId),
        eq(roleGrants.role, "zone-coordinator"),
        zoneId === undefined ? undefined : eq(roleGrants.zoneId, zoneId),
      ),
    )
    .orderBy(asc(roleGrants.fromOn), asc(roleGrants.id));

/** Who sits or sat on the panel of a zone. */
export const listPanel = (read: Read, zoneId: ZoneId) =>
  read
    .select({
      personId: people.id,
      name: people.name,
      fromOn: zoneOfficers.fromOn,
      toOn: zoneOfficers.toOn,
    })
    .from(zoneOfficers)
    .innerJoin(people, eq(people.id, zoneOfficers.personId))
    .where(eq(zoneOfficers.zoneId, zoneId))
    .orderBy(asc(people.name), asc(zoneOfficers.fromOn));

/** Active people who have a part in the area, by name: those who can be chosen for a zone. */
export const listPeopleOfArea = async (
  read: Read,
  areaId: AreaId,
): Promise<readonly { readonly id: PersonId; readonly name: string; readonly version: number }[]> =>
  read
    .selectDistinct({ id: people.id, name: people.name, version: people.version })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(eq(roleGrants.areaId, areaId), isNull(roleGrants.endedAt), isNull(people.deactivatedAt)),
    )
    .orderBy(asc(people.name), asc(people.id));
