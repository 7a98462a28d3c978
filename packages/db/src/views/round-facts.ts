import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import type { AreaId, ZoneId } from "@alongside/domain/identity";
import type { NeedId, NeedState } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  capacityLines,
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

const idsIn = (ids: readonly string[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

const placeColumns = {
  urn: schools.urn,
  name: schools.name,
  laCode: schools.laCode,
  phase: schools.phase,
  trustCode: schools.trustCode,
  easting: schools.easting,
  northing: schools.northing,
};

/** The needs of an area in some states, or by id whatever their state, with their schools, the greatest need first. */
export const listRoundNeeds = (
  read: Read,
  areaId: AreaId,
  wanted: { readonly states: readonly NeedState[]; readonly ids: readonly NeedId[] },
) =>
  read
    .select({ row: needs, school: placeColumns })
    .from(needs)
    .innerJoin(schools, eq(schools.urn, needs.urn))
    .where(
      and(
        eq(needs.areaId, areaId),
        sql`(${needs.state} IN ${idsIn(wanted.states)} OR ${needs.id} IN ${idsIn(wanted.ids)})`,
      ),
    )
    .orderBy(asc(needs.band), asc(needs.number), asc(needs.id));

export type RoundNeedRow = Awaited<ReturnType<typeof listRoundNeeds>>[number];
export type RoundSchool = RoundNeedRow["school"];

/** Schools by URN, as a round looks at them. */
export const listRoundSchools = (read: Read, urns: readonly Urn[]) =>
  read
    .select(placeColumns)
    .from(schools)
    .where(sql`${schools.urn} IN (SELECT value FROM json_each(${JSON.stringify(urns)}))`);

/** The zones in which the area's schools are now. */
export const listZonePlaces = (
  read: Read,
  areaId: AreaId,
): Promise<readonly { readonly urn: Urn; readonly id: ZoneId; readonly name: string }[]> =>
  read
    .select({ urn: zoneMemberships.urn, id: zones.id, name: zones.name })
    .from(zoneMemberships)
    .innerJoin(zones, eq(zones.id, zoneMemberships.zoneId))
    .where(and(eq(zoneMemberships.areaId, areaId), isNull(zoneMemberships.toOn)))
    .orderBy(asc(zones.name), asc(zones.id));

/** Half-days that run-out holds still take from one half of a line's term. */
const runOutIn = (window: "early" | "late", at: Instant) => sql`coalesce((
  SELECT sum(${ledgerHolds.halfDays}) FROM ${ledgerHolds}
  WHERE ${ledgerHolds.lineId} = ${capacityLines.id} AND ${ledgerHolds.until} < ${at}
    AND ${ledgerHolds.window} = ${window}), 0)`;

/** What each half of a line's term can still take at an instant, in half-days. */
export const listRoomInHalves = (read: Read, lineIds: readonly CapacityLineId[], at: Instant) =>
  read
    .select({
      lineId: capacityLines.id,
      early: sql<number>`${ledgerBalances.earlyMost} - ${ledgerBalances.earlyTaken} + ${runOutIn("early", at)}`,
      late: sql<number>`${ledgerBalances.lateMost} - ${ledgerBalances.lateTaken} + ${runOutIn("late", at)}`,
    })
    .from(capacityLines)
    .innerJoin(ledgerBalances, eq(ledgerBalances.lineId, capacityLines.id))
    .where(sql`${capacityLines.id} IN ${idsIn(lineIds)}`);

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
