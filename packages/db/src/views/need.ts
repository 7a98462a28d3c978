import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { AreaId, PersonId, ZoneId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  events,
  needs,
  people,
  roleGrants,
  schools,
  zoneMemberships,
  zones,
} from "../schema/index.ts";

export type NeedRow = typeof needs.$inferSelect;

/** A need of this area. */
export const findNeed = async (
  read: Read,
  areaId: AreaId,
  id: NeedId,
): Promise<NeedRow | undefined> =>
  (
    await read
      .select()
      .from(needs)
      .where(and(eq(needs.id, id), eq(needs.areaId, areaId)))
  )[0];

/** The needs of some schools, the newest first; drafts too. */
export const listNeedsOfSchools = (read: Read, areaId: AreaId, urns: readonly Urn[]) =>
  read
    .select({ row: needs, school: schools.name })
    .from(needs)
    .innerJoin(schools, eq(schools.urn, needs.urn))
    .where(and(eq(needs.areaId, areaId), inArray(needs.urn, [...urns])))
    .orderBy(sql`${needs.createdAt} DESC`, asc(needs.id));

/** The school of a need, as its page names it. */
export const findSchoolOfNeed = async (read: Read, urn: Urn) =>
  (
    await read
      .select({ urn: schools.urn, name: schools.name, phase: schools.phase, town: schools.town })
      .from(schools)
      .where(eq(schools.urn, urn))
  )[0];

/** The zones in which a school is now, by name. */
export const zonesOfNeed = (read: Read, areaId: AreaId, urn: Urn) =>
  read
    .select({ id: zones.id, name: zones.name })
    .from(zoneMemberships)
    .innerJoin(zones, eq(zones.id, zoneMemberships.zoneId))
    .where(
      and(
        eq(zoneMemberships.areaId, areaId),
        eq(zoneMemberships.urn, urn),
        isNull(zoneMemberships.toOn),
      ),
    )
    .orderBy(asc(zones.name));

/** Names of people by id; an id that is nobody's is left out. */
export const namesOf = async (
  read: Read,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(sql`${people.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** What happened to a need, oldest first, with the names of those who did it. */
export const needTimeline = (read: Read, id: NeedId) =>
  read
    .select({
      seq: events.seq,
      at: events.at,
      kind: events.kind,
      actor: events.actor,
      name: people.name,
      onBehalfOf: events.onBehalfOf,
      payload: events.payload,
    })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(and(eq(events.entity, "need"), eq(events.entityId, id)))
    .orderBy(asc(events.seq));

export type NeedMoment = Awaited<ReturnType<typeof needTimeline>>[number];

/** Whom a need's mails go to: the coordinators of these zones, or the area's officers where there is none. */
export const listNeedCoordinators = async (
  read: Read,
  areaId: AreaId,
  zoneIds: readonly ZoneId[],
) => {
  const of = (condition: ReturnType<typeof and>) =>
    read
      .selectDistinct({ id: people.id, name: people.name, email: people.email })
      .from(roleGrants)
      .innerJoin(people, eq(people.id, roleGrants.personId))
      .where(
        and(
          eq(roleGrants.areaId, areaId),
          isNull(roleGrants.endedAt),
          isNull(people.deactivatedAt),
          condition,
        ),
      )
      .orderBy(asc(people.id));
  const coordinators =
    zoneIds.length === 0
      ? []
      : await of(
          and(eq(roleGrants.role, "zone-coordinator"), inArray(roleGrants.zoneId, [...zoneIds])),
        );
  return coordinators.length > 0 ? coordinators : of(eq(roleGrants.role, "officer"));
};

/** Whom a school's mails go to: its head. */
export const listHeadsOf = (read: Read, areaId: AreaId, urn: Urn) =>
  read
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.areaId, areaId),
        eq(roleGrants.urn, urn),
        eq(roleGrants.role, "head"),
        isNull(roleGrants.endedAt),
        isNull(people.deactivatedAt),
      ),
    )
    .orderBy(asc(people.id));

/** People who may be wished for as leaders, by a part of their name; `ids` finds the ones already chosen. */
export const listLeaders = (
  read: Read,
  areaId: AreaId,
  given: { readonly words?: string; readonly ids?: readonly PersonId[]; readonly limit: number },
) =>
  read
    .select({ id: people.id, name: people.name, school: sql<string | null>`min(${schools.name})` })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .leftJoin(schools, eq(schools.urn, roleGrants.urn))
    .where(
      and(
        eq(roleGrants.areaId, areaId),
        eq(roleGrants.role, "leader"),
        isNull(roleGrants.endedAt),
        isNull(people.deactivatedAt),
        given.ids === undefined ? undefined : inArray(people.id, [...given.ids]),
        given.words === undefined
          ? undefined
          : or(
              sql`instr(lower(${people.name}), lower(${given.words})) > 0`,
              sql`instr(lower(coalesce(${schools.name}, '')), lower(${given.words})) > 0`,
            ),
      ),
    )
    .groupBy(people.id)
    .orderBy(asc(people.name))
    .limit(given.limit);
