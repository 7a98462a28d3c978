import { and, asc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { DeploymentId } from "@alongside/domain/deployment";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type { VisitId } from "@alongside/domain/visit";
import type { Read } from "../connection.ts";
import {
  areas,
  calendarFeeds,
  deployments,
  events,
  leaders,
  people,
  roleGrants,
  schools,
  visitActions,
  visits,
} from "../schema/index.ts";

export type VisitRow = typeof visits.$inferSelect;

const selectVisits = (read: Read) =>
  read
    .select({
      row: visits,
      deploymentState: deployments.state,
      homeUrn: deployments.homeUrn,
      madeBy: deployments.madeBy,
      leader: people.name,
      organisationId: leaders.organisationId,
      school: schools.name,
      place: {
        street: schools.street,
        town: schools.town,
        postcode: schools.postcode,
      },
    })
    .from(visits)
    .innerJoin(deployments, eq(deployments.id, visits.deploymentId))
    .innerJoin(people, eq(people.id, visits.personId))
    .innerJoin(
      leaders,
      and(eq(leaders.areaId, visits.areaId), eq(leaders.personId, visits.personId)),
    )
    .innerJoin(schools, eq(schools.urn, visits.urn));

export type StoredVisit = Awaited<ReturnType<typeof selectVisits>>[number];

/** A visit of this area with its leader and its school. */
export const findVisit = async (
  read: Read,
  areaId: AreaId,
  id: VisitId,
): Promise<StoredVisit | undefined> =>
  (await selectVisits(read).where(and(eq(visits.id, id), eq(visits.areaId, areaId))))[0];

/** The visits of a deployment by their days. */
export const listVisitsOf = (read: Read, deploymentId: DeploymentId) =>
  selectVisits(read)
    .where(eq(visits.deploymentId, deploymentId))
    .orderBy(asc(visits.date), asc(visits.id));

const actionColumns = {
  id: visitActions.id,
  visitId: visitActions.visitId,
  text: visitActions.text,
  ownerId: visitActions.ownerId,
  owner: people.name,
  dueOn: visitActions.dueOn,
  doneAt: visitActions.doneAt,
};

/** What was agreed on the visits of a deployment, by its day. */
export const listActionsOf = (read: Read, deploymentId: DeploymentId) =>
  read
    .select(actionColumns)
    .from(visitActions)
    .innerJoin(people, eq(people.id, visitActions.ownerId))
    .where(eq(visitActions.deploymentId, deploymentId))
    .orderBy(asc(visitActions.dueOn), asc(visitActions.id));

/** An action of this area, with its deployment. */
export const findAction = async (read: Read, areaId: AreaId, id: string) =>
  (
    await read
      .select()
      .from(visitActions)
      .where(and(eq(visitActions.id, id), eq(visitActions.areaId, areaId)))
  )[0];

/** Visits that are over and have no record yet, of which nobody was reminded. */
export const listVisitsToRemind = (read: Read, before: IsoDate) =>
  selectVisits(read)
    .where(
      and(
        inArray(visits.state, ["planned", "done"]),
        lt(visits.date, before),
        isNull(visits.remindedAt),
        inArray(deployments.state, ["active", "paused", "completing"]),
      ),
    )
    .orderBy(asc(visits.date), asc(visits.id));

/** What happened to a visit, oldest first, with who did it. */
export const visitTimeline = (read: Read, id: VisitId) =>
  read
    .select({
      seq: events.seq,
      at: events.at,
      kind: events.kind,
      by: people.name,
      onBehalfOf: events.onBehalfOf,
    })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(and(eq(events.entity, "visit"), eq(events.entityId, id)))
    .orderBy(sql`${events.seq} DESC`);

/** The private calendar address that a person has now. */
export const findFeedOf = async (read: Read, personId: PersonId) =>
  (
    await read
      .select({ id: calendarFeeds.id, createdAt: calendarFeeds.createdAt })
      .from(calendarFeeds)
      .where(and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt)))
  )[0];

/** Whose calendar a private address opens, as long as it is in use and its person is. */
export const findFeedByHash = async (read: Read, tokenHash: string) =>
  (
    await read
      .select({ personId: people.id, name: people.name })
      .from(calendarFeeds)
      .innerJoin(people, eq(people.id, calendarFeeds.personId))
      .where(
        and(
          eq(calendarFeeds.tokenHash, tokenHash),
          isNull(calendarFeeds.revokedAt),
          isNull(people.deactivatedAt),
        ),
      )
  )[0];

/** Every visit from a day on in the calendar of a leader or of the head of a supported school, in every area. */
export const listVisitsOfPerson = (
  read: Read,
  given: {
    readonly areaIds: readonly AreaId[];
    readonly leads: readonly AreaId[];
    readonly personId: PersonId;
    readonly urns: readonly Urn[];
    readonly from: IsoDate;
  },
) =>
  read
    .select({
      row: visits,
      leader: people.name,
      school: schools.name,
      area: areas.slug,
      street: schools.street,
      town: schools.town,
      postcode: schools.postcode,
    })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.personId))
    .innerJoin(schools, eq(schools.urn, visits.urn))
    .innerJoin(areas, eq(areas.id, visits.areaId))
    .where(
      and(
        inArray(visits.areaId, [...given.areaIds]),
        sql`${visits.date} >= ${given.from}`,
        or(
          and(eq(visits.personId, given.personId), inArray(visits.areaId, [...given.leads])),
          inArray(visits.urn, [...given.urns]),
        ),
      ),
    )
    .orderBy(asc(visits.date), asc(visits.id));

export type CalendarVisit = Awaited<ReturnType<typeof listVisitsOfPerson>>[number];

/** The people of a school that have a part in it now: its head and its staff. */
export const listSchoolPeople = (read: Read, areaId: AreaId, urn: Urn) =>
  read
    .selectDistinct({ id: people.id, name: people.name })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.areaId, areaId),
        eq(roleGrants.urn, urn),
        inArray(roleGrants.role, ["head", "school-staff"]),
        isNull(roleGrants.endedAt),
        isNull(people.deactivatedAt),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
