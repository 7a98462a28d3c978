import { and, asc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import type { AreaId, PersonId, SupplyScope } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  designations,
  leaderExpertise,
  leaders,
  people,
  roleGrants,
  schools,
} from "../schema/index.ts";

export type LeaderRow = typeof leaders.$inferSelect;
export type DesignationRow = typeof designations.$inferSelect;
export type ExpertiseRow = typeof leaderExpertise.$inferSelect;

const columns = {
  areaId: leaders.areaId,
  personId: leaders.personId,
  kind: leaders.kind,
  homeUrn: leaders.homeUrn,
  organisationId: leaders.organisationId,
  version: leaders.version,
  name: people.name,
  email: people.email,
  homeSchool: schools.name,
};

export type LeaderLine = Awaited<ReturnType<typeof listLeadersOf>>[number];

const selectLeaders = (read: Read) =>
  read
    .select(columns)
    .from(leaders)
    .innerJoin(people, eq(people.id, leaders.personId))
    .innerJoin(schools, eq(schools.urn, leaders.homeUrn));

/** A leader of this area, with name and home school. */
export const findLeader = async (
  read: Read,
  areaId: AreaId,
  personId: PersonId,
): Promise<LeaderLine | undefined> =>
  (
    await selectLeaders(read).where(and(eq(leaders.areaId, areaId), eq(leaders.personId, personId)))
  )[0];

/** The condition that keeps leaders to those whose days the actor may see. */
export const withinScope = (scope: SupplyScope): SQL | undefined => {
  if (scope.kind === "area") return undefined;
  const { personIds, urns, organisationIds } = scope;
  return or(
    inArray(leaders.personId, [...personIds]),
    inArray(leaders.homeUrn, [...urns]),
    inArray(leaders.organisationId, [...organisationIds]),
  );
};

/** The leaders of an area that are in scope, by name. */
export const listLeadersOf = (read: Read, areaId: AreaId, scope: SupplyScope) =>
  selectLeaders(read)
    .where(and(eq(leaders.areaId, areaId), withinScope(scope)))
    .orderBy(sql`${people.name} COLLATE NOCASE`, asc(leaders.personId));

/** The designations of leaders, the latest first. */
export const listDesignations = (
  read: Read,
  areaId: AreaId,
  personIds: readonly PersonId[],
): Promise<readonly DesignationRow[]> =>
  read
    .select()
    .from(designations)
    .where(
      and(
        eq(designations.areaId, areaId),
        sql`${designations.personId} IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))`,
      ),
    )
    .orderBy(sql`${designations.fromOn} DESC`, asc(designations.id));

export const findDesignation = async (
  read: Read,
  areaId: AreaId,
  id: string,
): Promise<DesignationRow | undefined> =>
  (
    await read
      .select()
      .from(designations)
      .where(and(eq(designations.areaId, areaId), eq(designations.id, id)))
  )[0];

/** Designations that end in a review: under way, or due by a day; the most pressing first. */
export const listReviews = (read: Read, areaId: AreaId, dueBy: IsoDate) =>
  read
    .select({ designation: designations, name: people.name, homeSchool: schools.name })
    .from(designations)
    .innerJoin(
      leaders,
      and(eq(leaders.areaId, designations.areaId), eq(leaders.personId, designations.personId)),
    )
    .innerJoin(people, eq(people.id, designations.personId))
    .innerJoin(schools, eq(schools.urn, leaders.homeUrn))
    .where(
      and(
        eq(designations.areaId, areaId),
        isNotNull(designations.reviewDue),
        inArray(designations.status, ["designated", "retained", "under-review"]),
        or(eq(designations.status, "under-review"), sql`${designations.reviewDue} <= ${dueBy}`),
      ),
    )
    .orderBy(asc(designations.reviewDue), asc(designations.id));

/** What leaders are good at, the highest level first. */
export const listExpertise = (
  read: Read,
  areaId: AreaId,
  personIds: readonly PersonId[],
): Promise<readonly ExpertiseRow[]> =>
  read
    .select()
    .from(leaderExpertise)
    .where(
      and(
        eq(leaderExpertise.areaId, areaId),
        sql`${leaderExpertise.personId} IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))`,
      ),
    )
    .orderBy(sql`${leaderExpertise.level} DESC`, asc(leaderExpertise.code));

/** People who hold the part of a leader here and have no record as one yet: whom an administrator can add. */
export const listLeadersToAdd = (read: Read, areaId: AreaId) =>
  read
    .select({
      personId: people.id,
      name: people.name,
      urn: roleGrants.urn,
      school: schools.name,
      organisationId: roleGrants.organisationId,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .leftJoin(schools, eq(schools.urn, roleGrants.urn))
    .leftJoin(leaders, and(eq(leaders.areaId, areaId), eq(leaders.personId, people.id)))
    .where(
      and(
        eq(roleGrants.areaId, areaId),
        eq(roleGrants.role, "leader"),
        isNull(roleGrants.endedAt),
        isNull(leaders.personId),
      ),
    )
    .orderBy(sql`${people.name} COLLATE NOCASE`);
