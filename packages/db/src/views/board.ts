import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import type { AreaId } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import {
  capacityLines,
  conflicts,
  deployments,
  followUps,
  leaders,
  ledgerBalances,
  needs,
  people,
  schools,
  zoneMemberships,
  zones,
} from "../schema/index.ts";
import { balanceColumns } from "./ledger.ts";

/** Every need of an area that was submitted, with its school, when it was matched, and how many offers came to nothing. */
export const listNeedsForBoard = (read: Read, areaId: AreaId) =>
  read
    .select({
      row: needs,
      school: schools.name,
      phase: schools.phase,
      setting: schools.setting,
      matchedAt: sql<Instant | null>`(
        SELECT min(d.created_at) FROM deployments AS d WHERE d.need_id = ${needs.id})`,
      offersLost: sql<number>`(
        SELECT count(*) FROM offers AS o
        WHERE o.need_id = ${needs.id} AND o.state IN ('declined', 'expired', 'withdrawn'))`,
    })
    .from(needs)
    .innerJoin(schools, eq(schools.urn, needs.urn))
    .where(and(eq(needs.areaId, areaId), ne(needs.state, "draft")))
    .orderBy(asc(needs.number));

/** Every line of capacity of an area with its book at an instant. */
export const listSupplyForBoard = (read: Read, areaId: AreaId, at: Instant) =>
  read
    .select({ row: capacityLines, ...balanceColumns(at) })
    .from(capacityLines)
    .leftJoin(ledgerBalances, eq(ledgerBalances.lineId, capacityLines.id))
    .where(eq(capacityLines.areaId, areaId))
    .orderBy(asc(capacityLines.id));

/** Every deployment of an area, with its school, the half-days that were delivered, and its follow-up. */
export const listWorkForBoard = (read: Read, areaId: AreaId) =>
  read
    .select({
      row: deployments,
      school: schools.name,
      phase: schools.phase,
      setting: schools.setting,
      delivered: sql<number>`(
        SELECT coalesce(sum(CASE WHEN e.to_account = 'delivered' THEN e.half_days
                                 WHEN e.from_account = 'delivered' THEN -e.half_days ELSE 0 END), 0)
        FROM ledger_entries AS e
        WHERE e.line_id = ${deployments.lineId} AND e.deployment_id = ${deployments.id})`,
      followUpDue: followUps.dueOn,
      sustained: followUps.sustained,
    })
    .from(deployments)
    .innerJoin(schools, eq(schools.urn, deployments.urn))
    .leftJoin(followUps, eq(followUps.deploymentId, deployments.id))
    .where(eq(deployments.areaId, areaId))
    .orderBy(asc(deployments.createdAt), asc(deployments.id));

/** Which school is in which zone of an area today. */
export const listPlacesForBoard = (read: Read, areaId: AreaId) =>
  read
    .select({
      urn: zoneMemberships.urn,
      zoneId: zones.id,
      phaseGroup: zones.phaseGroup,
    })
    .from(zoneMemberships)
    .innerJoin(zones, eq(zones.id, zoneMemberships.zoneId))
    .where(
      and(eq(zoneMemberships.areaId, areaId), isNull(zoneMemberships.toOn), isNull(zones.closedOn)),
    );

/** The names of everyone on record as a leader of an area, by person. */
export const listNamesOf = async (
  read: Read,
  areaId: AreaId,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await read
    .select({ id: leaders.personId, name: people.name })
    .from(leaders)
    .innerJoin(people, eq(people.id, leaders.personId))
    .where(eq(leaders.areaId, areaId));
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Every conflict of interest of an area and how it was decided, with whom it is about. */
export const listConflictsForBoard = (read: Read, areaId: AreaId) =>
  read
    .select({
      id: conflicts.id,
      state: conflicts.state,
      urn: conflicts.urn,
      school: schools.name,
      leader: people.name,
    })
    .from(conflicts)
    .innerJoin(schools, eq(schools.urn, conflicts.urn))
    .innerJoin(people, eq(people.id, conflicts.personId))
    .where(eq(conflicts.areaId, areaId))
    .orderBy(asc(conflicts.foundAt), asc(conflicts.id));
