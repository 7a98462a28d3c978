import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AreaId, PersonId, ZoneId } from "@alongside/domain/identity";
import type { RoundId } from "@alongside/domain/round";
import type { Read } from "../connection.ts";
import {
  events,
  needs,
  offers,
  people,
  roundOffers,
  roundPanelAnswers,
  roundRuns,
  rounds,
  schools,
  terms,
  zoneOfficers,
  zones,
} from "../schema/index.ts";

export type RoundRow = typeof rounds.$inferSelect;
export type RunRow = typeof roundRuns.$inferSelect;

const selectRounds = (read: Read) =>
  read
    .select({ row: rounds, term: terms, createdBy: people.name })
    .from(rounds)
    .innerJoin(terms, eq(terms.id, rounds.termId))
    .leftJoin(people, eq(people.id, rounds.createdBy));

export type StoredRound = Awaited<ReturnType<typeof selectRounds>>[number];

/** A round of this area, with its term. */
export const findRound = async (
  read: Read,
  areaId: AreaId,
  id: RoundId,
): Promise<StoredRound | undefined> =>
  (await selectRounds(read).where(and(eq(rounds.id, id), eq(rounds.areaId, areaId))))[0];

/** The rounds of an area, the latest changed first. */
export const listRounds = (read: Read, areaId: AreaId) =>
  selectRounds(read)
    .where(eq(rounds.areaId, areaId))
    .orderBy(desc(rounds.changedAt), asc(rounds.id));

/** How many schools of each band the last run of each round of an area serves; rounds without a run are left out. */
export const listLastServed = (read: Read, areaId: AreaId) =>
  read
    .select({ roundId: roundRuns.roundId, servedByBand: roundRuns.servedByBand })
    .from(roundRuns)
    .innerJoin(rounds, eq(rounds.id, roundRuns.roundId))
    .where(
      and(
        eq(rounds.areaId, areaId),
        sql`${roundRuns.number} = (SELECT max(number) FROM round_runs AS later WHERE later.round_id = ${rounds.id})`,
      ),
    );

const runColumns = {
  number: roundRuns.number,
  kind: roundRuns.kind,
  problemHash: roundRuns.problemHash,
  planHash: roundRuns.planHash,
  previous: roundRuns.previous,
  servedByBand: roundRuns.servedByBand,
  fit: roundRuns.fit,
  isProved: roundRuns.isProved,
  isVerified: roundRuns.isVerified,
  wasCancelled: roundRuns.wasCancelled,
  milliseconds: roundRuns.milliseconds,
  solvedAt: roundRuns.solvedAt,
  solvedBy: people.name,
};

/** The runs of a round without their bytes, the first one first. */
export const listRuns = (read: Read, roundId: RoundId) =>
  read
    .select(runColumns)
    .from(roundRuns)
    .leftJoin(people, eq(people.id, roundRuns.solvedBy))
    .where(eq(roundRuns.roundId, roundId))
    .orderBy(asc(roundRuns.number));

export type RunLine = Awaited<ReturnType<typeof listRuns>>[number];

/** One run, whole. */
export const findRun = async (
  read: Read,
  roundId: RoundId,
  number: number,
): Promise<RunRow | undefined> =>
  (
    await read
      .select()
      .from(roundRuns)
      .where(and(eq(roundRuns.roundId, roundId), eq(roundRuns.number, number)))
  )[0];

/** What members of panels said to the runs of a round, the latest first. */
export const listPanelAnswers = (read: Read, roundId: RoundId) =>
  read
    .select({
      run: roundPanelAnswers.run,
      personId: roundPanelAnswers.personId,
      name: people.name,
      answer: roundPanelAnswers.answer,
      note: roundPanelAnswers.note,
      answeredAt: roundPanelAnswers.answeredAt,
    })
    .from(roundPanelAnswers)
    .innerJoin(people, eq(people.id, roundPanelAnswers.personId))
    .where(eq(roundPanelAnswers.roundId, roundId))
    .orderBy(desc(roundPanelAnswers.answeredAt));

/** Who sits on the panels of some zones now, each once, by name; of all open zones where none is named. */
export const listPanelOf = (
  read: Read,
  areaId: AreaId,
  zoneIds: readonly ZoneId[],
): Promise<
  readonly { readonly personId: PersonId; readonly name: string; readonly email: string }[]
> =>
  read
    .selectDistinct({ personId: people.id, name: people.name, email: people.email })
    .from(zoneOfficers)
    .innerJoin(zones, eq(zones.id, zoneOfficers.zoneId))
    .innerJoin(people, eq(people.id, zoneOfficers.personId))
    .where(
      and(
        eq(zones.areaId, areaId),
        isNull(zones.closedOn),
        isNull(zoneOfficers.toOn),
        isNull(people.deactivatedAt),
        zoneIds.length === 0 ? undefined : inArray(zones.id, [...zoneIds]),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));

/** Who asked the panel of a round last; undefined where that was no person, or one who left. */
export const findProposer = async (read: Read, id: RoundId) =>
  (
    await read
      .select({ personId: people.id, name: people.name, email: people.email })
      .from(events)
      .innerJoin(people, eq(people.id, sql`${events.actor}`))
      .where(
        and(
          eq(events.entity, "round"),
          eq(events.entityId, id),
          eq(events.kind, "round-proposed"),
          isNull(people.deactivatedAt),
        ),
      )
      .orderBy(sql`${events.seq} DESC`)
      .limit(1)
  )[0];

/** The offers that a round sent, with where each stands now. */
export const listRoundOffers = (read: Read, roundId: RoundId) =>
  read
    .select({
      run: roundOffers.run,
      offerId: offers.id,
      needId: offers.needId,
      personId: offers.personId,
      lineId: offers.lineId,
      leader: people.name,
      school: schools.name,
      state: offers.state,
      offer: offers.offer,
      dueAt: offers.dueAt,
      needState: needs.state,
    })
    .from(roundOffers)
    .innerJoin(offers, eq(offers.id, roundOffers.offerId))
    .innerJoin(needs, eq(needs.id, offers.needId))
    .innerJoin(people, eq(people.id, offers.personId))
    .innerJoin(schools, eq(schools.urn, offers.urn))
    .where(eq(roundOffers.roundId, roundId))
    .orderBy(asc(schools.name), asc(offers.createdAt));

export type RoundOfferRow = Awaited<ReturnType<typeof listRoundOffers>>[number];

/** What happened to a round, latest first, with who did it. */
export const roundTimeline = (read: Read, id: RoundId) =>
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
    .where(and(eq(events.entity, "round"), eq(events.entityId, id)))
    .orderBy(sql`${events.seq} DESC`);
