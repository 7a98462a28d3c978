import { and, count, desc, eq, gte, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import type { AreaId, ZoneId } from "@alongside/domain/identity";
import type { IsoDate, LaCode, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { imports, needs, schools, terms, zoneMemberships, zones } from "../schema/index.ts";

/** How many open schools of these authorities there are, by phase. */
export const countOpenSchools = (read: Read, laCodes: readonly LaCode[]) =>
  read
    .select({ phase: schools.phase, setting: schools.setting, count: count() })
    .from(schools)
    .where(
      and(
        inArray(schools.laCode, [...laCodes]),
        inArray(schools.status, ["open", "proposed-to-close"]),
      ),
    )
    .groupBy(schools.phase, schools.setting);

export const countOpenZones = (read: Read, areaId: AreaId): Promise<number> =>
  read.$count(zones, and(eq(zones.areaId, areaId), isNull(zones.closedOn)));

/** The term that a day lies in; undefined in the holidays and where no terms are set. */
export const findTermOn = async (read: Read, areaId: AreaId, day: IsoDate) =>
  (
    await read
      .select({ season: terms.season, academicYear: terms.academicYear, endsOn: terms.endsOn })
      .from(terms)
      .where(and(eq(terms.areaId, areaId), lte(terms.startsOn, day), gte(terms.endsOn, day)))
      .limit(1)
  )[0];

/** The source of the newest statement about these authorities' schools, and the day it speaks for. */
export const findRegisterSource = async (read: Read, laCodes: readonly LaCode[]) =>
  (
    await read
      .select({ source: imports.source, asOf: imports.asOf })
      .from(imports)
      .innerJoin(schools, eq(schools.profileImportId, imports.id))
      .where(inArray(schools.laCode, [...laCodes]))
      .orderBy(desc(imports.asOf))
      .limit(1)
  )[0];

export type NeedsOf =
  | { readonly kind: "area" }
  | { readonly kind: "zones"; readonly zoneIds: readonly ZoneId[] }
  | { readonly kind: "schools"; readonly urns: readonly Urn[] };

const scopeCondition = (read: Read, scope: NeedsOf) => {
  if (scope.kind === "area") return undefined;
  if (scope.kind === "schools") return inArray(needs.urn, [...scope.urns]);
  const members = read
    .select({ urn: zoneMemberships.urn })
    .from(zoneMemberships)
    .where(and(inArray(zoneMemberships.zoneId, [...scope.zoneIds]), isNull(zoneMemberships.toOn)));
  return inArray(needs.urn, members);
};

/** How many needs stand in each state, and how many of them are past their day. Drafts are counted for nobody. */
export const countNeedsByState = (
  read: Read,
  given: { readonly areaId: AreaId; readonly scope: NeedsOf; readonly now: string },
) =>
  read
    .select({
      state: needs.state,
      count: count(),
      late: sql<number>`sum(${needs.dueAt} IS NOT NULL AND ${needs.dueAt} < ${given.now})`,
    })
    .from(needs)
    .where(
      and(
        eq(needs.areaId, given.areaId),
        ne(needs.state, "draft"),
        scopeCondition(read, given.scope),
      ),
    )
    .groupBy(needs.state);
