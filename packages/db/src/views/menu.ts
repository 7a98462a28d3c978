import { and, asc, eq, inArray, ne, sql, type SQL } from "drizzle-orm";
import type { AreaId, ZoneId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { menuInterests, menuPackages, people, schools, zones } from "../schema/index.ts";

const selectPackages = (read: Read) =>
  read
    .select({
      row: menuPackages,
      zone: zones.name,
      leader: people.name,
      schools: sql<number>`(SELECT count(*) FROM ${menuInterests} WHERE ${menuInterests.packageId} = ${menuPackages.id})`,
    })
    .from(menuPackages)
    .innerJoin(zones, eq(zones.id, menuPackages.zoneId))
    .innerJoin(people, eq(people.id, menuPackages.personId));

export type StoredPackage = Awaited<ReturnType<typeof selectPackages>>[number];

/** A package of this area. */
export const findPackage = async (
  read: Read,
  areaId: AreaId,
  id: string,
): Promise<StoredPackage | undefined> =>
  (
    await selectPackages(read).where(and(eq(menuPackages.id, id), eq(menuPackages.areaId, areaId)))
  )[0];

/** The packages of an area that were not withdrawn, zone by zone, by title. */
export const listPackages = (
  read: Read,
  areaId: AreaId,
  filter: {
    readonly zones?: readonly ZoneId[] | undefined;
    readonly areas?: readonly string[] | undefined;
  },
) => {
  const some = (condition: SQL, values: readonly string[] | undefined) =>
    values === undefined || values.length === 0 ? undefined : condition;
  return selectPackages(read)
    .where(
      and(
        eq(menuPackages.areaId, areaId),
        ne(menuPackages.state, "withdrawn"),
        some(inArray(menuPackages.zoneId, [...(filter.zones ?? [])]), filter.zones),
        some(inArray(menuPackages.area, [...(filter.areas ?? [])]), filter.areas),
      ),
    )
    .orderBy(
      asc(sql`${zones.name} COLLATE NOCASE`),
      asc(sql`${menuPackages.title} COLLATE NOCASE`),
      asc(menuPackages.id),
    );
};

/** Which of some schools asked for which packages, and the need that came of it. */
export const listInterests = (read: Read, packageIds: readonly string[]) =>
  read
    .select({
      packageId: menuInterests.packageId,
      urn: menuInterests.urn,
      school: schools.name,
      needId: menuInterests.needId,
      since: menuInterests.since,
    })
    .from(menuInterests)
    .innerJoin(schools, eq(schools.urn, menuInterests.urn))
    .where(
      sql`${menuInterests.packageId} IN (SELECT value FROM json_each(${JSON.stringify(packageIds)}))`,
    )
    .orderBy(asc(menuInterests.since));

/** The interest of one school in one package. */
export const findInterest = async (read: Read, packageId: string, urn: Urn) =>
  (
    await read
      .select()
      .from(menuInterests)
      .where(and(eq(menuInterests.packageId, packageId), eq(menuInterests.urn, urn)))
  )[0];
