import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import type { CapacityLineId, CapacityState } from "@alongside/domain/capacity";
import type { Deployment, DeploymentId, DeploymentState } from "@alongside/domain/deployment";
import type { AreaId, PersonId, ZoneId } from "@alongside/domain/identity";
import type { Sustained } from "@alongside/domain/impact";
import type { Band, NeedId, NeedOutcome, NeedState } from "@alongside/domain/need";
import type { IsoDate, Phase, Setting, Urn } from "@alongside/domain/school";
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
import { written } from "./written.ts";

/** The lines of a statement that writes each as one JSON object: a board reads a whole area, and a row that is carried by itself costs more than it says. */
const linesOf = async <Line>(read: Read, lines: SQL): Promise<readonly Line[]> => {
  const [row] = await read.all<{ readonly lines: string }>(
    sql`SELECT json_group_array(json(line)) AS lines FROM (${lines})`,
  );
  return written<readonly Line[]>(row?.lines ?? "[]");
};

/** What was asked, wherever the need stands: `askOf` of a stored need. */
const askedHalfDays = sql`json_extract(${needs.need}, CASE ${needs.state}
  WHEN 'on-hold' THEN '$.before.ask.halfDays'
  WHEN 'closed' THEN '$.reopensAs.ask.halfDays'
  ELSE '$.ask.halfDays' END)`;

export type NeedForBoard = {
  readonly id: NeedId;
  readonly number: number | null;
  readonly urn: Urn;
  readonly school: string;
  readonly phase: Phase;
  readonly setting: Setting;
  readonly state: Exclude<NeedState, "draft">;
  readonly band: Band | null;
  readonly area: string | null;
  readonly halfDays: number | null;
  readonly outcome: NeedOutcome | null;
  readonly submittedAt: string | null;
  readonly matchedAt: Instant | null;
  readonly offersLost: number;
};

/** Every need of an area that was submitted, with its school, when it was matched, and how many offers came to nothing. */
export const listNeedsForBoard = (read: Read, areaId: AreaId): Promise<readonly NeedForBoard[]> =>
  linesOf(
    read,
    sql`SELECT json_object('id', ${needs.id}, 'number', ${needs.number}, 'urn', ${needs.urn},
      'school', ${schools.name}, 'phase', ${schools.phase}, 'setting', ${schools.setting},
      'state', ${needs.state}, 'band', ${needs.band}, 'area', ${needs.primaryArea},
      'halfDays', ${askedHalfDays}, 'outcome', ${needs.outcome}, 'submittedAt', ${needs.submittedAt},
      'matchedAt', (SELECT min(d.created_at) FROM deployments AS d WHERE d.need_id = ${needs.id}),
      'offersLost', (SELECT count(*) FROM offers AS o
        WHERE o.need_id = ${needs.id} AND o.state IN ('declined', 'expired', 'withdrawn'))) AS line
    FROM ${needs} JOIN ${schools} ON ${schools.urn} = ${needs.urn}
    WHERE ${needs.areaId} = ${areaId} AND ${needs.state} <> 'draft'
    ORDER BY ${needs.number}`,
  );

export type SupplyForBoard = {
  readonly id: CapacityLineId;
  readonly personId: PersonId;
  readonly termId: string;
  readonly state: CapacityState;
  readonly goodUntil: IsoDate | null;
  readonly zones: readonly ZoneId[];
  readonly phases: readonly Phase[];
  readonly areas: readonly { readonly area: string }[];
  readonly free: number;
  readonly held: number;
  readonly committed: number;
  readonly booked: number;
  readonly delivered: number;
};

/** Every line of capacity of an area with its book at an instant. In half-days. */
export const listSupplyForBoard = (
  read: Read,
  areaId: AreaId,
  at: Instant,
): Promise<readonly SupplyForBoard[]> => {
  const { free, held, committed, booked, delivered } = balanceColumns(at);
  return linesOf(
    read,
    sql`SELECT json_object('id', ${capacityLines.id}, 'personId', ${capacityLines.personId},
      'termId', ${capacityLines.termId}, 'state', ${capacityLines.state},
      'goodUntil', ${capacityLines.goodUntil},
      'zones', json_extract(${capacityLines.supply}, '$.zones'),
      'phases', json_extract(${capacityLines.supply}, '$.phases'),
      'areas', json_extract(${capacityLines.supply}, '$.areas'),
      'free', ${free}, 'held', ${held}, 'committed', ${committed}, 'booked', ${booked},
      'delivered', ${delivered}) AS line
    FROM ${capacityLines} LEFT JOIN ${ledgerBalances} ON ${ledgerBalances.lineId} = ${capacityLines.id}
    WHERE ${capacityLines.areaId} = ${areaId}
    ORDER BY ${capacityLines.id}`,
  );
};

export type WorkForBoard = {
  readonly id: DeploymentId;
  readonly personId: PersonId;
  readonly urn: Urn;
  readonly school: string;
  readonly phase: Phase;
  readonly setting: Setting;
  readonly state: DeploymentState;
  readonly createdAt: string;
  readonly halfDays: number;
  readonly deployment: Deployment;
  readonly delivered: number;
  readonly followUpDue: IsoDate | null;
  readonly sustained: Sustained | null;
};

/** Every deployment of an area, with its school, the half-days that were delivered, and its follow-up. */
export const listWorkForBoard = (read: Read, areaId: AreaId): Promise<readonly WorkForBoard[]> =>
  linesOf(
    read,
    sql`SELECT json_object('id', ${deployments.id}, 'personId', ${deployments.personId},
      'urn', ${deployments.urn}, 'school', ${schools.name}, 'phase', ${schools.phase},
      'setting', ${schools.setting}, 'state', ${deployments.state}, 'createdAt', ${deployments.createdAt},
      'halfDays', ${deployments.halfDays}, 'deployment', json(${deployments.deployment}),
      'delivered', (
        SELECT coalesce(sum(CASE WHEN e.to_account = 'delivered' THEN e.half_days
                                 WHEN e.from_account = 'delivered' THEN -e.half_days ELSE 0 END), 0)
        FROM ledger_entries AS e
        WHERE e.line_id = ${deployments.lineId} AND e.deployment_id = ${deployments.id}),
      'followUpDue', ${followUps.dueOn}, 'sustained', ${followUps.sustained}) AS line
    FROM ${deployments} JOIN ${schools} ON ${schools.urn} = ${deployments.urn}
    LEFT JOIN ${followUps} ON ${followUps.deploymentId} = ${deployments.id}
    WHERE ${deployments.areaId} = ${areaId}
    ORDER BY ${deployments.createdAt}, ${deployments.id}`,
  );

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
