import { and, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { CapacityLineId } from "@alongside/domain/capacity";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  capacityLines,
  codeEntries,
  designations,
  offers,
  people,
  ruleOverrides,
  schools,
  shortlists,
  terms,
} from "../schema/index.ts";

/** What a match needs to know of some schools. */
export const listMatchSchools = (read: Read, urns: readonly Urn[]) =>
  read
    .select({
      urn: schools.urn,
      name: schools.name,
      laCode: schools.laCode,
      phase: schools.phase,
      trustCode: schools.trustCode,
      easting: schools.easting,
      northing: schools.northing,
      setting: schools.setting,
      pupils: schools.pupils,
      percentageFsm: schools.percentageFsm,
      religiousCharacter: schools.religiousCharacter,
    })
    .from(schools)
    .where(sql`${schools.urn} IN (SELECT value FROM json_each(${JSON.stringify(urns)}))`);

export type MatchSchool = Awaited<ReturnType<typeof listMatchSchools>>[number];

/** How many offers and agreements take days of each line at an instant: the schools that its leader has in hand. */
export const countWorkOfLines = async (
  read: Read,
  lineIds: readonly CapacityLineId[],
  at: string,
): Promise<ReadonlyMap<CapacityLineId, number>> => {
  const ids = JSON.stringify(lineIds);
  const rows = await read.all<{ line: CapacityLineId; work: number }>(sql`
    SELECT line, sum(work) AS work FROM (
      SELECT line_id AS line, count(*) AS work FROM ledger_holds
      WHERE half_days > 0 AND until >= ${at} AND line_id IN (SELECT value FROM json_each(${ids}))
      GROUP BY line_id
      UNION ALL
      SELECT line, count(*) FROM (
        SELECT line_id AS line FROM ledger_entries
        WHERE deployment_id IS NOT NULL AND line_id IN (SELECT value FROM json_each(${ids}))
        GROUP BY line_id, deployment_id
        HAVING sum((to_account IN ('committed', 'booked')) * half_days - (from_account IN ('committed', 'booked')) * half_days) > 0
      ) GROUP BY line
    ) GROUP BY line`);
  return new Map(rows.map(({ line, work }) => [line, work]));
};

/** Offers that leaders of an area said yes to at every side, to or from a school: who supported whom, and until when at most. */
export const listPastSupport = (read: Read, areaId: AreaId, urn: Urn) =>
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
    .where(
      and(
        eq(offers.areaId, areaId),
        eq(offers.state, "confirmed"),
        or(eq(offers.urn, urn), eq(offers.homeUrn, urn)),
      ),
    );

/** Who declined an offer for this need, at whichever side. */
export const listDeclinedFor = (read: Read, needId: NeedId) =>
  read
    .select({ personId: offers.personId })
    .from(offers)
    .where(and(eq(offers.needId, needId), eq(offers.state, "declined")));

export type ShortlistRow = typeof shortlists.$inferSelect;

/** The list of a need that is with the head or came back from there; one that was taken back is not. */
export const findShortlist = async (
  read: Read,
  needId: NeedId,
): Promise<ShortlistRow | undefined> =>
  (
    await read
      .select()
      .from(shortlists)
      .where(and(eq(shortlists.needId, needId), ne(shortlists.state, "withdrawn")))
  )[0];

/** Every list of a need, the latest first, with who sent it. */
export const listShortlists = (read: Read, needId: NeedId) =>
  read
    .select({ row: shortlists, sentBy: people.name })
    .from(shortlists)
    .leftJoin(people, eq(people.id, shortlists.sentBy))
    .where(eq(shortlists.needId, needId))
    .orderBy(desc(shortlists.sentAt));

/** What is set aside for leaders of a need now, with who decided. */
export const listOverrides = (read: Read, needId: NeedId) =>
  read
    .select({
      personId: ruleOverrides.personId,
      rules: ruleOverrides.rules,
      reason: ruleOverrides.reason,
      madeAt: ruleOverrides.madeAt,
      madeBy: people.name,
    })
    .from(ruleOverrides)
    .leftJoin(people, eq(people.id, ruleOverrides.madeBy))
    .where(and(eq(ruleOverrides.needId, needId), isNull(ruleOverrides.endedAt)));

export type OverrideRow = Awaited<ReturnType<typeof listOverrides>>[number];

/** The words of the codes that a match speaks of: only those, for a partnership's lists are long. */
export const listMatchLabels = (read: Read, areaId: AreaId) =>
  read
    .select({ list: codeEntries.list, code: codeEntries.code, label: codeEntries.label })
    .from(codeEntries)
    .where(
      and(
        eq(codeEntries.areaId, areaId),
        inArray(codeEntries.list, ["designation", "expertise", "work-mode"]),
      ),
    );

/** What tells whether leaders are designated on a day. */
export const listMatchDesignations = (read: Read, areaId: AreaId, people: readonly PersonId[]) =>
  read
    .select({
      personId: designations.personId,
      status: designations.status,
      from: designations.fromOn,
      to: designations.toOn,
    })
    .from(designations)
    .where(
      and(
        eq(designations.areaId, areaId),
        sql`${designations.personId} IN (SELECT value FROM json_each(${JSON.stringify(people)}))`,
      ),
    );
