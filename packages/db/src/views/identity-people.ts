import {
  and,
  asc,
  desc,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  ne,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import type {
  AreaId,
  Grant,
  PeopleScope,
  PersonId,
  Role,
  ZoneId,
} from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  organisations,
  events,
  people,
  roleGrants,
  schools,
  secondFactors,
  zones,
} from "../schema/index.ts";
import { toGrant, type GrantRow } from "./identity.ts";

export type PeopleFilter = {
  readonly areaId: AreaId;
  readonly scope: PeopleScope;
  readonly words?: string | undefined;
  readonly role?: Role | undefined;
  readonly zoneId?: ZoneId | undefined;
  readonly urn?: Urn | undefined;
  readonly state?: "active" | "deactivated" | undefined;
  readonly personId?: PersonId | undefined;
};

/** By name, unless told otherwise; by when they were last seen, those who never were come first. */
export const peopleSorts = ["name", "seen"] as const;

export type PeoplePage = {
  readonly offset: number;
  readonly limit: number;
  readonly sort?: (typeof peopleSorts)[number] | undefined;
  readonly isDescending?: boolean | undefined;
};

/** A role with the names of its place, for people to read. */
export type GrantLine = Grant & {
  readonly id: string;
  readonly zoneName: string | null;
  readonly schoolName: string | null;
  readonly organisationName: string | null;
};

export type PersonLine = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly lastSeenAt: string | null;
  readonly deactivatedAt: string | null;
  readonly hasSecondFactor: boolean;
  readonly version: number;
  /** The roles in this area and scope only: what a person is elsewhere is not told here. */
  readonly grants: readonly GrantLine[];
};

const scopeCondition = (scope: PeopleScope): SQL | undefined =>
  scope.kind === "area"
    ? undefined
    : or(
        inArray(roleGrants.urn, [...scope.urns]),
        inArray(roleGrants.organisationId, [...scope.organisationIds]),
      );

const liveGrants = (filter: PeopleFilter): SQL | undefined =>
  and(
    eq(roleGrants.areaId, filter.areaId),
    isNull(roleGrants.endedAt),
    scopeCondition(filter.scope),
  );

const escaped = (words: string): string => words.replace(/[\\%_]/g, (mark) => `\\${mark}`);

const wordsCondition = (words: string | undefined): SQL | undefined => {
  const text = words?.trim() ?? "";
  if (text === "") return undefined;
  const pattern = `%${escaped(text)}%`;
  return sql`(${people.name} LIKE ${pattern} ESCAPE '\\' OR ${people.email} LIKE ${pattern} ESCAPE '\\')`;
};

const conditionOf = (read: Read, filter: PeopleFilter): SQL | undefined => {
  const { role, zoneId, urn, state } = filter;
  const grants = read
    .select({ one: sql`1` })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.personId, people.id),
        liveGrants(filter),
        role === undefined ? undefined : eq(roleGrants.role, role),
        zoneId === undefined ? undefined : eq(roleGrants.zoneId, zoneId),
        urn === undefined ? undefined : eq(roleGrants.urn, urn),
      ),
    );
  return and(
    exists(grants),
    wordsCondition(filter.words),
    filter.personId === undefined ? undefined : eq(people.id, filter.personId),
    state === "active" ? isNull(people.deactivatedAt) : undefined,
    state === "deactivated" ? isNotNull(people.deactivatedAt) : undefined,
  );
};

const toLine = (row: {
  grant: GrantRow;
  zoneName: string | null;
  schoolName: string | null;
  organisationName: string | null;
}): GrantLine => ({
  ...toGrant(row.grant),
  id: row.grant.id,
  zoneName: row.zoneName,
  schoolName: row.schoolName,
  organisationName: row.organisationName,
});

const grantLines = (read: Read, condition: SQL | undefined) =>
  read
    .select({
      grant: roleGrants,
      zoneName: zones.name,
      schoolName: schools.name,
      organisationName: organisations.name,
    })
    .from(roleGrants)
    .leftJoin(zones, eq(zones.id, roleGrants.zoneId))
    .leftJoin(schools, eq(schools.urn, roleGrants.urn))
    .leftJoin(organisations, eq(organisations.id, roleGrants.organisationId))
    .where(condition)
    .orderBy(asc(roleGrants.fromOn), asc(roleGrants.id));

const orderOf = ({ sort, isDescending }: PeoplePage): readonly SQL[] => {
  const turn = isDescending === true ? desc : asc;
  const byName = sql`${people.name} COLLATE NOCASE`;
  return sort === "seen"
    ? [turn(people.lastSeenAt), asc(byName), asc(people.id)]
    : [turn(byName), asc(people.id)];
};

/** One page of the people with a role in an area and scope, and how many there are in all. */
export const listPeople = async (
  read: Read,
  filter: PeopleFilter,
  page: PeoplePage,
): Promise<{ readonly people: readonly PersonLine[]; readonly total: number }> => {
  const condition = conditionOf(read, filter);
  const rows = await read
    .select({ person: people, confirmedAt: secondFactors.confirmedAt })
    .from(people)
    .leftJoin(secondFactors, eq(secondFactors.personId, people.id))
    .where(condition)
    .orderBy(...orderOf(page))
    .limit(page.limit)
    .offset(page.offset);
  const ids = rows.map(({ person }) => person.id);
  const grants = await grantLines(read, and(inArray(roleGrants.personId, ids), liveGrants(filter)));
  const lines = rows.map(({ person, confirmedAt }) => ({
    id: person.id,
    name: person.name,
    email: person.email,
    lastSeenAt: person.lastSeenAt,
    deactivatedAt: person.deactivatedAt,
    hasSecondFactor: confirmedAt !== null,
    version: person.version,
    grants: grants.filter(({ grant }) => grant.personId === person.id).map(toLine),
  }));
  return { people: lines, total: await read.$count(people, condition) };
};

/** All live roles of a person, wherever they are: to decide with, not to show. */
export const listLiveGrantsOf = (read: Read, personId: PersonId): Promise<readonly GrantRow[]> =>
  read
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.endedAt)))
    .orderBy(asc(roleGrants.fromOn), asc(roleGrants.id));

export const findLiveGrant = async (read: Read, id: string): Promise<GrantRow | undefined> =>
  (
    await read
      .select()
      .from(roleGrants)
      .where(and(eq(roleGrants.id, id), isNull(roleGrants.endedAt)))
  )[0];

/** Who made a person what they are at this version, and when. */
export const findChangeOfPerson = async (
  read: Read,
  person: { readonly id: PersonId; readonly version: number },
): Promise<{ readonly by: string; readonly at: string } | undefined> => {
  const [row] = await read
    .select({ actor: events.actor, name: people.name, at: events.at })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(
      and(
        eq(events.entity, "person"),
        eq(events.entityId, person.id),
        eq(events.entityVersion, person.version),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(1);
  return row === undefined ? undefined : { by: row.name ?? row.actor, at: row.at };
};

/** How many others could still administer this area; run the instance, when `areaId` is null. */
export const countOtherAdministrators = async (
  read: Read,
  areaId: AreaId | null,
  except: PersonId,
): Promise<number> => {
  const [row] = await read
    .select({ count: sql<number>`count(DISTINCT ${people.id})` })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        areaId === null
          ? eq(roleGrants.role, "operator")
          : and(eq(roleGrants.role, "partnership-administrator"), eq(roleGrants.areaId, areaId)),
        isNull(roleGrants.endedAt),
        isNull(people.deactivatedAt),
        ne(people.id, except),
      ),
    );
  return row?.count ?? 0;
};
