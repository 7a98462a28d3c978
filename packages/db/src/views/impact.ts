import { and, asc, desc, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
import type { DeploymentId, DeploymentState } from "@alongside/domain/deployment";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { Phase, Setting, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  caseStudies,
  deployments,
  followUps,
  leaderAlerts,
  midPointReviews,
  needs,
  objectives,
  people,
  readings,
  schools,
} from "../schema/index.ts";

/** Every reading of a deployment, by its day, those that were taken back among them. */
export const listReadings = (read: Read, deploymentId: DeploymentId) =>
  read
    .select({ row: readings, by: people.name })
    .from(readings)
    .innerJoin(people, eq(people.id, readings.addedBy))
    .where(eq(readings.deploymentId, deploymentId))
    .orderBy(asc(readings.date), asc(readings.addedAt), asc(readings.id));

/** A reading of this area. */
export const findReading = async (read: Read, areaId: AreaId, id: string) =>
  (
    await read
      .select()
      .from(readings)
      .where(and(eq(readings.id, id), eq(readings.areaId, areaId)))
  )[0];

/** The look half-way of a deployment, with who held it. */
export const findReview = async (read: Read, deploymentId: DeploymentId) =>
  (
    await read
      .select({ row: midPointReviews, by: people.name })
      .from(midPointReviews)
      .innerJoin(people, eq(people.id, midPointReviews.by))
      .where(eq(midPointReviews.deploymentId, deploymentId))
  )[0];

/** The follow-up of a deployment, if it was asked for. */
export const findFollowUp = async (read: Read, deploymentId: DeploymentId) =>
  (
    await read
      .select({ row: followUps, by: people.name })
      .from(followUps)
      .leftJoin(people, eq(people.id, followUps.answeredBy))
      .where(eq(followUps.deploymentId, deploymentId))
  )[0];

/** The case study of a deployment, if one was written. */
export const findCaseStudy = async (read: Read, deploymentId: DeploymentId) =>
  (await read.select().from(caseStudies).where(eq(caseStudies.deploymentId, deploymentId)))[0];

const isOver: readonly DeploymentState[] = ["completing", "evaluated", "closed"];

/** Deployments that came to their end and whose follow-up nobody has asked for, in every area. */
export const listUnasked = (read: Read) =>
  read
    .select({ row: deployments })
    .from(deployments)
    .leftJoin(followUps, eq(followUps.deploymentId, deployments.id))
    .where(and(inArray(deployments.state, [...isOver]), isNull(followUps.deploymentId)));

/** Work that is over, with what it was about: what track records are made of. */
export const listFinishedWork = (read: Read, areaId: AreaId) =>
  read
    .select({
      row: deployments,
      primaryArea: needs.primaryArea,
      sustained: followUps.sustained,
    })
    .from(deployments)
    .innerJoin(needs, eq(needs.id, deployments.needId))
    .leftJoin(followUps, eq(followUps.deploymentId, deployments.id))
    .where(and(eq(deployments.areaId, areaId), inArray(deployments.state, [...isOver])))
    .orderBy(asc(deployments.id));

/** Objectives of some deployments with their standing readings, by their days. */
export const listTrackedObjectives = async (read: Read, ids: readonly DeploymentId[]) => {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const rows = await read
    .select()
    .from(objectives)
    .where(and(sql`${objectives.deploymentId} IN ${wanted}`, isNull(objectives.endedAt)))
    .orderBy(asc(objectives.position));
  const given = await read
    .select()
    .from(readings)
    .where(and(sql`${readings.deploymentId} IN ${wanted}`, isNull(readings.takenBackAt)))
    .orderBy(asc(readings.date), asc(readings.addedAt));
  const byObjective = Map.groupBy(given, ({ objectiveId }) => objectiveId);
  return rows.map((row) => ({ row, readings: byObjective.get(row.id) ?? [] }));
};

type PanelRow = {
  readonly urn: Urn;
  readonly name: string;
  readonly pupils: number | null;
  readonly percentageFsm: number | null;
  readonly year: number;
  readonly value: number;
};

/**
 * Every published value of a measure among open schools of one phase and setting, under the URN that they have now: results of a
 * predecessor count for the one school that carries it on, where that has none of its own for the year.
 */
export const listPanel = (
  read: Read,
  given: { readonly measure: string; readonly phase: Phase; readonly setting: Setting },
): Promise<readonly PanelRow[]> =>
  read.all<PanelRow>(sql`
    SELECT school.urn, school.name, school.pupils, school.percentage_fsm AS percentageFsm, result.year, result.value
    FROM outcomes AS result JOIN schools AS school ON school.urn = result.urn
    WHERE result.measure = ${given.measure} AND result.value IS NOT NULL
      AND school.phase = ${given.phase} AND school.setting = ${given.setting} AND school.status <> 'closed'
    UNION ALL
    SELECT school.urn, school.name, school.pupils, school.percentage_fsm, result.year, result.value
    FROM schools AS school
    JOIN school_links AS link ON link.urn = school.urn AND link.direction = 'predecessor' AND link.manner = 'plain'
    JOIN outcomes AS result ON result.urn = link.link_urn
    WHERE result.measure = ${given.measure} AND result.value IS NOT NULL
      AND school.phase = ${given.phase} AND school.setting = ${given.setting} AND school.status <> 'closed'
      AND NOT EXISTS (
        SELECT 1 FROM outcomes AS own
        WHERE own.urn = school.urn AND own.measure = result.measure AND own.year = result.year AND own.value IS NOT NULL)
    ORDER BY 1, 5`);

const unsigned: readonly DeploymentState[] = ["drafting", "awaiting-signatures"];

/** Schools that had support in any area, ever: none of them stands for what happens without. */
export const listSupportedSchools = async (read: Read): Promise<readonly Urn[]> =>
  (
    await read
      .selectDistinct({ urn: deployments.urn })
      .from(deployments)
      .where(notInArray(deployments.state, [...unsigned]))
  ).map(({ urn }) => urn);

/** Alerts of an area, those that nobody has handled first. */
export const listAlerts = (read: Read, areaId: AreaId) =>
  read
    .select({ row: leaderAlerts, leader: people.name })
    .from(leaderAlerts)
    .innerJoin(people, eq(people.id, leaderAlerts.personId))
    .where(eq(leaderAlerts.areaId, areaId))
    .orderBy(
      sql`${leaderAlerts.handledAt} IS NOT NULL`,
      desc(leaderAlerts.raisedAt),
      asc(leaderAlerts.id),
    );

/** An alert of this area. */
export const findAlert = async (read: Read, areaId: AreaId, id: string) =>
  (
    await read
      .select()
      .from(leaderAlerts)
      .where(and(eq(leaderAlerts.id, id), eq(leaderAlerts.areaId, areaId)))
  )[0];

/** Leaders with work that is promised or under way, with the home school that they come from. */
export const listPromisedLeaders = (read: Read) =>
  read
    .select({
      areaId: deployments.areaId,
      personId: deployments.personId,
      homeUrn: deployments.homeUrn,
      homeSchool: schools.name,
      leader: people.name,
      since: sql<string>`min(${deployments.createdAt})`,
      coordinatorId: sql<PersonId>`min(${deployments.madeBy})`,
    })
    .from(deployments)
    .innerJoin(people, eq(people.id, deployments.personId))
    .innerJoin(schools, eq(schools.urn, deployments.homeUrn))
    .where(inArray(deployments.state, ["awaiting-signatures", "active", "paused"]))
    .groupBy(deployments.areaId, deployments.personId, deployments.homeUrn);

export type PromisedLeader = Awaited<ReturnType<typeof listPromisedLeaders>>[number];

type Happening = { readonly kind: string; readonly about: string; readonly words: string };

/**
 * What has happened to a leader's own school and title since the first of the work was agreed: an inspection, a head who is new, a concern
 * that is open, a review of a designation that is due.
 */
export const listHappenings = (
  read: Read,
  leader: PromisedLeader,
  today: string,
): Promise<readonly Happening[]> =>
  read.all<Happening>(sql`
    SELECT 'inspection' AS kind, inspected_on || ' ' || framework AS about, inspected_on AS words FROM inspections
    WHERE urn = ${leader.homeUrn} AND inspected_on > ${leader.since.slice(0, 10)} AND inspected_on <= ${today}
    UNION ALL
    SELECT 'new-head', id, from_on FROM role_grants
    WHERE area_id = ${leader.areaId} AND urn = ${leader.homeUrn} AND role = 'head' AND ended_at IS NULL
      AND from_on > ${leader.since.slice(0, 10)}
    UNION ALL
    SELECT 'concern', id, substr(raised_at, 1, 10) FROM concerns
    WHERE area_id = ${leader.areaId} AND urn = ${leader.homeUrn} AND state <> 'resolved'
    UNION ALL
    SELECT 'designation-review', id || ' ' || review_due, review_due FROM designations
    WHERE area_id = ${leader.areaId} AND person_id = ${leader.personId} AND review_due <= ${today}
      AND status IN ('designated', 'retained')`);
