import { and, eq, isNull } from "drizzle-orm";
import type { AreaId, ZoneId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { areaAuthorities, areas, schools, zoneMemberships, zones } from "../schema/index.ts";

/** The school, when it is in one of the area's authorities. */
export const findSchoolOfArea = async (
  read: Read,
  areaId: AreaId,
  urn: Urn,
): Promise<{ readonly urn: Urn; readonly name: string } | undefined> =>
  (
    await read
      .select({ urn: schools.urn, name: schools.name })
      .from(schools)
      .innerJoin(
        areaAuthorities,
        and(eq(areaAuthorities.laCode, schools.laCode), eq(areaAuthorities.areaId, areaId)),
      )
      .where(eq(schools.urn, urn))
  )[0];

/** The zone, when it is one of the area's and is not closed. */
export const findOpenZoneOfArea = async (
  read: Read,
  areaId: AreaId,
  id: ZoneId,
): Promise<{ readonly id: ZoneId; readonly name: string } | undefined> =>
  (
    await read
      .select({ id: zones.id, name: zones.name })
      .from(zones)
      .where(and(eq(zones.id, id), eq(zones.areaId, areaId), isNull(zones.closedOn)))
  )[0];

/** The open zone of this name, whatever its case. */
export const listOpenZonesOfArea = (
  read: Read,
  areaId: AreaId,
): Promise<readonly { readonly id: ZoneId; readonly name: string }[]> =>
  read
    .select({ id: zones.id, name: zones.name })
    .from(zones)
    .where(and(eq(zones.areaId, areaId), isNull(zones.closedOn)));

/** The zones of the area in which a school is now: one for each phase group that it belongs to. */
export const listZoneIdsOfSchool = async (
  read: Read,
  areaId: AreaId,
  urn: Urn,
): Promise<readonly ZoneId[]> => {
  const rows = await read
    .select({ zoneId: zoneMemberships.zoneId })
    .from(zoneMemberships)
    .where(
      and(
        eq(zoneMemberships.areaId, areaId),
        eq(zoneMemberships.urn, urn),
        isNull(zoneMemberships.toOn),
      ),
    );
  return rows.map((row) => row.zoneId);
};

export const findAreaName = async (read: Read, areaId: AreaId): Promise<string | undefined> =>
  (await read.select({ name: areas.name }).from(areas).where(eq(areas.id, areaId)))[0]?.name;
