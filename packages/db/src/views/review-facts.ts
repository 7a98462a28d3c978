import { and, desc, eq, gte, inArray, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import type { AreaId } from "@alongside/domain/identity";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  deployments,
  imports,
  inspections,
  needs,
  outcomes,
  people,
  roleGrants,
  schoolChanges,
} from "../schema/index.ts";

type Schools = readonly Urn[];

/** The latest result of each school under each of Ofsted's frameworks. */
export const latestInspections = (read: Read, urns: Schools) =>
  read
    .select({
      urn: inspections.urn,
      framework: inspections.framework,
      inspectedOn: inspections.inspectedOn,
      grades: inspections.grades,
    })
    .from(inspections)
    .where(
      and(
        inArray(inspections.urn, [...urns]),
        sql`${inspections.inspectedOn} = (SELECT max(last.inspected_on) FROM inspections AS last
          WHERE last.urn = ${inspections.urn} AND last.framework = ${inspections.framework})`,
      ),
    )
    .orderBy(desc(inspections.inspectedOn));

/** The latest figure of each school for each of these measures. */
export const latestOutcomes = (read: Read, urns: Schools, measures: readonly string[]) =>
  read
    .select({
      urn: outcomes.urn,
      measure: outcomes.measure,
      year: outcomes.year,
      value: outcomes.value,
    })
    .from(outcomes)
    .where(
      and(
        inArray(outcomes.urn, [...urns]),
        inArray(outcomes.measure, [...measures]),
        isNotNull(outcomes.value),
        sql`${outcomes.year} = (SELECT max(last.year) FROM outcomes AS last
          WHERE last.urn = ${outcomes.urn} AND last.measure = ${outcomes.measure} AND last.value IS NOT NULL)`,
      ),
    );

/** Heads who came on or after a day to a school that had another before. */
export const listNewHeads = (
  read: Read,
  areaId: AreaId,
  given: { readonly urns: Schools; readonly since: IsoDate },
) =>
  read
    .select({ urn: sql<Urn>`${roleGrants.urn}`, fromOn: roleGrants.fromOn })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.areaId, areaId),
        eq(roleGrants.role, "head"),
        isNull(roleGrants.endedAt),
        gte(roleGrants.fromOn, given.since),
        inArray(roleGrants.urn, [...given.urns]),
        sql`EXISTS (SELECT 1 FROM role_grants AS earlier WHERE earlier.role = 'head' AND earlier.area_id = ${areaId}
          AND earlier.urn = ${roleGrants.urn} AND earlier.ended_at IS NOT NULL)`,
      ),
    );

/** What imports changed in these schools since a day, the latest first. */
export const changesSince = (
  read: Read,
  given: { readonly urns: Schools; readonly since: IsoDate },
) =>
  read
    .select({ urn: schoolChanges.urn, changes: schoolChanges.changes, asOf: imports.asOf })
    .from(schoolChanges)
    .innerJoin(imports, eq(imports.id, schoolChanges.importId))
    .where(
      and(
        inArray(schoolChanges.urn, [...given.urns]),
        gte(imports.asOf, given.since),
        isNotNull(schoolChanges.changes),
      ),
    )
    .orderBy(desc(imports.asOf));

/** Support that is under way in these schools, and needs of theirs that wait; no draft. */
export const openSupport = async (read: Read, areaId: AreaId, urns: Schools) => {
  const [working, waiting] = await Promise.all([
    read
      .select({ urn: deployments.urn, count: sql<number>`count(*)` })
      .from(deployments)
      .where(
        and(
          eq(deployments.areaId, areaId),
          inArray(deployments.urn, [...urns]),
          notInArray(deployments.state, ["closed", "ended-early", "evaluated"]),
        ),
      )
      .groupBy(deployments.urn),
    read
      .select({ urn: needs.urn, count: sql<number>`count(*)` })
      .from(needs)
      .where(
        and(
          eq(needs.areaId, areaId),
          inArray(needs.urn, [...urns]),
          inArray(needs.state, ["submitted", "open", "offered", "on-hold"]),
        ),
      )
      .groupBy(needs.urn),
  ]);
  return { working, waiting };
};
