import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  conflicts,
  deployments,
  events,
  interests,
  people,
  roleGrants,
  schools,
} from "../schema/index.ts";

export type ConflictRow = typeof conflicts.$inferSelect;
export type InterestRow = typeof interests.$inferSelect;

const homes = alias(schools, "homes");

const selectConflicts = (read: Read) =>
  read
    .select({
      row: conflicts,
      leader: people.name,
      school: schools.name,
      homeSchool: homes.name,
    })
    .from(conflicts)
    .innerJoin(people, eq(people.id, conflicts.personId))
    .innerJoin(schools, eq(schools.urn, conflicts.urn))
    .innerJoin(homes, eq(homes.urn, conflicts.homeUrn));

export type StoredConflict = Awaited<ReturnType<typeof selectConflicts>>[number];

/** A conflict of this area with the names of its two sides. */
export const findConflict = async (
  read: Read,
  areaId: AreaId,
  id: string,
): Promise<StoredConflict | undefined> =>
  (await selectConflicts(read).where(and(eq(conflicts.id, id), eq(conflicts.areaId, areaId))))[0];

/** Whose conflicts a list is about: all of the area, or those with own schools and of the own person. */
export type ConflictScope =
  | { readonly kind: "area" }
  | { readonly kind: "own"; readonly personId: PersonId; readonly urns: readonly Urn[] };

const within = (scope: ConflictScope) =>
  scope.kind === "area"
    ? undefined
    : or(
        eq(conflicts.personId, scope.personId),
        inArray(conflicts.urn, [...scope.urns]),
        inArray(conflicts.homeUrn, [...scope.urns]),
      );

/** The conflicts in scope: those that nobody has decided about first, then the latest. */
export const listConflictsWithin = (read: Read, areaId: AreaId, scope: ConflictScope) =>
  selectConflicts(read)
    .where(and(eq(conflicts.areaId, areaId), within(scope)))
    .orderBy(sql`${conflicts.state} <> 'found'`, sql`${conflicts.changedAt} DESC`, conflicts.id);

/** What is on record about the pairings of an area, or of one school in it, decided or not. */
export const listConflictRows = (
  read: Read,
  areaId: AreaId,
  urn?: Urn,
): Promise<readonly ConflictRow[]> =>
  read
    .select()
    .from(conflicts)
    .where(
      and(eq(conflicts.areaId, areaId), urn === undefined ? undefined : eq(conflicts.urn, urn)),
    );

/** The ties of an area that count: none that was withdrawn. */
export const listInterests = (read: Read, areaId: AreaId): Promise<readonly InterestRow[]> =>
  read
    .select()
    .from(interests)
    .where(and(eq(interests.areaId, areaId), isNull(interests.withdrawnAt)))
    .orderBy(interests.declaredAt);

const owners = alias(people, "owners");
const withdrawers = alias(people, "withdrawers");

const selectInterests = (read: Read) =>
  read
    .select({
      row: interests,
      who: owners.name,
      school: schools.name,
      by: people.name,
      withdrawnBy: withdrawers.name,
    })
    .from(interests)
    .innerJoin(owners, eq(owners.id, interests.personId))
    .innerJoin(schools, eq(schools.urn, interests.urn))
    .leftJoin(people, eq(people.id, sql`${interests.declaredBy}`))
    .leftJoin(withdrawers, eq(withdrawers.id, interests.withdrawnBy));

export type StoredInterest = Awaited<ReturnType<typeof selectInterests>>[number];

/** What one person declared, or others about them, with the names of the schools. */
export const listInterestsOf = (read: Read, areaId: AreaId, personId: PersonId) =>
  selectInterests(read)
    .where(
      and(
        eq(interests.areaId, areaId),
        or(eq(interests.personId, personId), eq(interests.declaredBy, personId)),
      ),
    )
    .orderBy(sql`${interests.declaredAt} DESC`, interests.id);

/** A tie that was declared in this area, withdrawn or not. */
export const findInterest = async (
  read: Read,
  areaId: AreaId,
  id: string,
): Promise<StoredInterest | undefined> =>
  (await selectInterests(read).where(and(eq(interests.id, id), eq(interests.areaId, areaId))))[0];

/** The ties that have to do with one of two schools, withdrawn or not, in the order in which they were declared. */
export const listInterestsWith = (read: Read, areaId: AreaId, urns: readonly Urn[]) =>
  selectInterests(read)
    .where(and(eq(interests.areaId, areaId), inArray(interests.urn, [...urns])))
    .orderBy(interests.declaredAt, interests.id);

/** The conflicts that have to do with a school, as the supported one or the leader's own. */
export const listConflictsWith = (read: Read, areaId: AreaId, urn: Urn) =>
  selectConflicts(read)
    .where(
      and(eq(conflicts.areaId, areaId), or(eq(conflicts.urn, urn), eq(conflicts.homeUrn, urn))),
    )
    .orderBy(conflicts.id);

/** Which school's leader supports or supported which school, until when, or what one school's did; work that never began is left out. */
export const listSupportBetween = (read: Read, areaId: AreaId, home?: Urn) =>
  read
    .select({
      homeUrn: deployments.homeUrn,
      urn: deployments.urn,
      toOn: deployments.toOn,
      isOver:
        sql<boolean>`${deployments.state} IN ('completing', 'evaluated', 'closed', 'ended-early')`.mapWith(
          Boolean,
        ),
    })
    .from(deployments)
    .where(
      and(
        eq(deployments.areaId, areaId),
        home === undefined ? undefined : eq(deployments.homeUrn, home),
        or(
          ne(deployments.state, "ended-early"),
          sql`json_extract(${deployments.deployment}, '$.agreement') IS NOT NULL`,
        ),
      ),
    );

/** The schools at which people have a part now. */
export const listSchoolsOfPeople = (read: Read, areaId: AreaId, ids: readonly PersonId[]) =>
  read
    .selectDistinct({ personId: roleGrants.personId, urn: roleGrants.urn })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.areaId, areaId),
        inArray(roleGrants.personId, [...ids]),
        isNull(roleGrants.endedAt),
      ),
    );

/** People of an area who hold one of these roles, for mails. */
export const listHolders = (
  read: Read,
  areaId: AreaId,
  roles: readonly (typeof roleGrants.$inferSelect)["role"][],
) =>
  read
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.areaId, areaId),
        inArray(roleGrants.role, [...roles]),
        isNull(roleGrants.endedAt),
        isNull(people.deactivatedAt),
      ),
    )
    .orderBy(people.id);

/** What happened to a conflict, latest first, with who did it. */
export const conflictTimeline = (read: Read, id: string) =>
  read
    .select({
      seq: events.seq,
      at: events.at,
      kind: events.kind,
      by: people.name,
      payload: events.payload,
    })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(and(eq(events.entity, "conflict"), eq(events.entityId, id)))
    .orderBy(sql`${events.seq} DESC`);
