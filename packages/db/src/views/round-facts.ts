import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import type { AreaId, PersonId, ZoneId } from "@alongside/domain/identity";
import type { NeedId, NeedState } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { written } from "./written.ts";
import {
  capacityLines,
  designations,
  ledgerBalances,
  ledgerHolds,
  needs,
  offers,
  people,
  ruleOverrides,
  schools,
  shortlists,
  terms,
  zoneMemberships,
  zones,
} from "../schema/index.ts";

// Lists are put in order inside: a database server does not know the order within an aggregate.
const idsIn = (ids: readonly string[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** A school as a round looks at it. */
export type RoundSchool = Pick<
  typeof schools.$inferSelect,
  "urn" | "name" | "laCode" | "phase" | "trustCode" | "easting" | "northing"
>;

const schoolCell = sql`json_object('urn', ${schools.urn}, 'name', ${schools.name}, 'laCode', ${schools.laCode}, 'phase', ${schools.phase},
  'trustCode', ${schools.trustCode}, 'easting', ${schools.easting}, 'northing', ${schools.northing})`;

/** A need with its school, as a round looks at them. */
export type RoundNeedRow = {
  readonly row: Pick<typeof needs.$inferSelect, "id" | "number" | "state" | "need">;
  readonly school: RoundSchool;
};

/** The needs of an area in some states, or by id whatever their state, with their schools, the greatest need first. */
export const listRoundNeeds = async (
  read: Read,
  areaId: AreaId,
  wanted: { readonly states: readonly NeedState[]; readonly ids: readonly NeedId[] },
): Promise<readonly RoundNeedRow[]> => {
  const [all] = await read.all<{ readonly found: string }>(sql`
    SELECT json_group_array(json(cell)) AS found FROM (
      SELECT json_object(
        'row', json_object('id', ${needs.id}, 'number', ${needs.number}, 'state', ${needs.state}, 'need', json(${needs.need})),
        'school', ${schoolCell}) AS cell
      FROM ${needs} JOIN ${schools} ON ${schools.urn} = ${needs.urn}
      WHERE ${needs.areaId} = ${areaId}
        AND (${needs.state} IN ${idsIn(wanted.states)} OR ${needs.id} IN ${idsIn(wanted.ids)})
      ORDER BY ${needs.band}, ${needs.number}, ${needs.id} LIMIT -1)`);
  return written(all?.found ?? "[]");
};

/** What some needs of an area go by: their numbers, and the names of their schools. */
export const listNeedNames = (read: Read, areaId: AreaId, ids: readonly NeedId[]) =>
  read
    .select({ id: needs.id, number: needs.number, school: schools.name })
    .from(needs)
    .innerJoin(schools, eq(schools.urn, needs.urn))
    .where(and(eq(needs.areaId, areaId), sql`${needs.id} IN ${idsIn(ids)}`));

/** Schools by URN, as a round looks at them. */
export const listRoundSchools = async (
  read: Read,
  urns: readonly Urn[],
): Promise<readonly RoundSchool[]> => {
  const [all] = await read.all<{ readonly found: string }>(sql`
    SELECT json_group_array(${schoolCell}) AS found FROM ${schools}
    WHERE ${schools.urn} IN (SELECT value FROM json_each(${JSON.stringify(urns)}))`);
  return written(all?.found ?? "[]");
};

type Designated = Pick<typeof designations.$inferSelect, "personId" | "status" | "fromOn" | "toOn">;

/** From when to when some leaders are designated, and whether that stands. */
export const listDesignationDates = async (
  read: Read,
  areaId: AreaId,
  personIds: readonly PersonId[],
): Promise<readonly Designated[]> => {
  const [all] = await read.all<{ readonly found: string }>(sql`
    SELECT json_group_array(json_object('personId', ${designations.personId}, 'status', ${designations.status},
      'fromOn', ${designations.fromOn}, 'toOn', ${designations.toOn})) AS found
    FROM ${designations}
    WHERE ${designations.areaId} = ${areaId} AND ${designations.personId} IN ${idsIn(personIds)}`);
  return written(all?.found ?? "[]");
};

export type ZonePlace = { readonly urn: Urn; readonly id: ZoneId; readonly name: string };

/** The zones in which the area's schools are now. */
export const listZonePlaces = async (read: Read, areaId: AreaId): Promise<readonly ZonePlace[]> => {
  const [all] = await read.all<{ readonly found: string }>(sql`
    SELECT json_group_array(json(cell)) AS found FROM (
      SELECT json_object('urn', ${zoneMemberships.urn}, 'id', ${zones.id}, 'name', ${zones.name}) AS cell
      FROM ${zoneMemberships} JOIN ${zones} ON ${zones.id} = ${zoneMemberships.zoneId}
      WHERE ${zoneMemberships.areaId} = ${areaId} AND ${zoneMemberships.toOn} IS NULL
      ORDER BY ${zones.name}, ${zones.id} LIMIT -1)`);
  return written(all?.found ?? "[]");
};

/** Half-days that run-out holds still take from one half of a line's term. */
const runOutIn = (window: "early" | "late", at: Instant) => sql`coalesce((
  SELECT sum(${ledgerHolds.halfDays}) FROM ${ledgerHolds}
  WHERE ${ledgerHolds.lineId} = ${capacityLines.id} AND ${ledgerHolds.until} < ${at}
    AND ${ledgerHolds.window} = ${window}), 0)`;

type RoomInHalves = {
  readonly lineId: CapacityLineId;
  readonly early: number;
  readonly late: number;
};

/** What each half of a line's term can still take at an instant, in half-days. */
export const listRoomInHalves = async (
  read: Read,
  lineIds: readonly CapacityLineId[],
  at: Instant,
): Promise<readonly RoomInHalves[]> => {
  const [all] = await read.all<{ readonly found: string }>(sql`
    SELECT json_group_array(json_object('lineId', ${capacityLines.id},
      'early', ${ledgerBalances.earlyMost} - ${ledgerBalances.earlyTaken} + ${runOutIn("early", at)},
      'late', ${ledgerBalances.lateMost} - ${ledgerBalances.lateTaken} + ${runOutIn("late", at)})) AS found
    FROM ${capacityLines} JOIN ${ledgerBalances} ON ${ledgerBalances.lineId} = ${capacityLines.id}
    WHERE ${capacityLines.id} IN ${idsIn(lineIds)}`);
  return written(all?.found ?? "[]");
};

/** Who declined which of some needs, at whichever side, with the code of the reason. */
export const listDeclinesOf = (read: Read, needIds: readonly NeedId[]) =>
  read
    .select({ needId: offers.needId, personId: offers.personId, offer: offers.offer })
    .from(offers)
    .where(and(sql`${offers.needId} IN ${idsIn(needIds)}`, eq(offers.state, "declined")));

/** Which rules coordinators set aside for leaders of some needs, with the reason and who decided. */
export const listOverridesOf = (read: Read, needIds: readonly NeedId[]) =>
  read
    .select({
      needId: ruleOverrides.needId,
      personId: ruleOverrides.personId,
      rules: ruleOverrides.rules,
      reason: ruleOverrides.reason,
      madeAt: ruleOverrides.madeAt,
      madeBy: people.name,
    })
    .from(ruleOverrides)
    .leftJoin(people, eq(people.id, ruleOverrides.madeBy))
    .where(and(sql`${ruleOverrides.needId} IN ${idsIn(needIds)}`, isNull(ruleOverrides.endedAt)))
    .orderBy(asc(ruleOverrides.needId), asc(ruleOverrides.personId));

/** How heads ranked the leaders that they were shown for some needs. */
export const listRankingsOf = (read: Read, needIds: readonly NeedId[]) =>
  read
    .select({ needId: shortlists.needId, ranking: shortlists.ranking })
    .from(shortlists)
    .where(and(sql`${shortlists.needId} IN ${idsIn(needIds)}`, eq(shortlists.state, "ranked")));

/** Who supported whom in an area, all sides having said yes, and until when at most; the latest first. */
export const listSupportGiven = (read: Read, areaId: AreaId) =>
  read
    .select({
      personId: offers.personId,
      homeUrn: offers.homeUrn,
      urn: offers.urn,
      endsOn: terms.endsOn,
    })
    .from(offers)
    .innerJoin(capacityLines, eq(capacityLines.id, offers.lineId))
    .innerJoin(terms, eq(terms.id, capacityLines.termId))
    .where(and(eq(offers.areaId, areaId), eq(offers.state, "confirmed")))
    .orderBy(sql`${terms.endsOn} DESC`, asc(offers.personId));
