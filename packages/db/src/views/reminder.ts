import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  capacityLines,
  deployments,
  leaders,
  needs,
  offers,
  people,
  roleGrants,
  rounds,
  sentReminders,
  terms,
} from "../schema/index.ts";

type Span = { readonly from: Instant; readonly until: Instant };

const isNew = (key: ReturnType<typeof sql>) =>
  sql`NOT EXISTS (SELECT 1 FROM ${sentReminders} WHERE ${sentReminders.key} = ${key})`;

/** Offers whose answer is due in a span of time and of which nobody was reminded for that day, in every area. */
export const listOffersToRemind = (read: Read, { from, until }: Span) =>
  read
    .select({ id: offers.id, areaId: offers.areaId, dueAt: offers.dueAt, offer: offers.offer })
    .from(offers)
    .where(
      and(
        isNotNull(offers.dueAt),
        gt(offers.dueAt, from),
        lte(offers.dueAt, until),
        isNew(sql`'offer ' || ${offers.id} || ' ' || ${offers.dueAt}`),
      ),
    )
    .orderBy(asc(offers.dueAt), asc(offers.id));

/** Needs that nobody has looked at and that ought to be looked at by an instant; each is reminded of once for that day. */
export const listNeedsToRemind = (read: Read, until: Instant) =>
  read
    .select({ id: needs.id, areaId: needs.areaId, dueAt: needs.dueAt })
    .from(needs)
    .where(
      and(
        eq(needs.state, "submitted"),
        isNotNull(needs.dueAt),
        lte(needs.dueAt, until),
        isNew(sql`'need ' || ${needs.id} || ' ' || ${needs.dueAt}`),
      ),
    )
    .orderBy(asc(needs.dueAt), asc(needs.id));

/** Agreements that ought to be written, or signed by all three, by an instant; also those whose day is past. */
export const listAgreementsToRemind = (read: Read, until: Instant) =>
  read
    .select({ id: deployments.id, areaId: deployments.areaId, dueAt: deployments.dueAt })
    .from(deployments)
    .where(
      and(
        or(
          inArray(deployments.state, ["drafting", "awaiting-signatures"]),
          eq(deployments.isAmending, true),
        ),
        isNotNull(deployments.dueAt),
        lte(deployments.dueAt, until),
      ),
    )
    .orderBy(asc(deployments.dueAt), asc(deployments.id));

const isActiveLeader = (personId: typeof leaders.personId, areaId: typeof leaders.areaId) =>
  sql`EXISTS (SELECT 1 FROM ${roleGrants} WHERE ${roleGrants.personId} = ${personId}
    AND ${roleGrants.areaId} = ${areaId} AND ${roleGrants.role} = 'leader' AND ${roleGrants.endedAt} IS NULL)`;

/** Promises of days that run out by a day, of terms that are not over, once for each last day. */
export const listLinesToRemind = (
  read: Read,
  { today, until }: { readonly today: IsoDate; readonly until: IsoDate },
) =>
  read
    .select({
      id: capacityLines.id,
      areaId: capacityLines.areaId,
      goodUntil: capacityLines.goodUntil,
      personId: capacityLines.personId,
      name: people.name,
      email: people.email,
    })
    .from(capacityLines)
    .innerJoin(terms, eq(terms.id, capacityLines.termId))
    .innerJoin(people, eq(people.id, capacityLines.personId))
    .innerJoin(
      leaders,
      and(eq(leaders.areaId, capacityLines.areaId), eq(leaders.personId, capacityLines.personId)),
    )
    .where(
      and(
        eq(capacityLines.state, "firm"),
        gte(capacityLines.goodUntil, today),
        lte(capacityLines.goodUntil, until),
        gt(terms.endsOn, capacityLines.goodUntil),
        isNull(people.deactivatedAt),
        isActiveLeader(leaders.personId, leaders.areaId),
        isNew(sql`'days ' || ${capacityLines.id} || ' ' || ${capacityLines.goodUntil}`),
      ),
    )
    .orderBy(asc(capacityLines.goodUntil), asc(capacityLines.id));

/** Leaders who have neither answered for a term nor have days in it, for terms that begin in a span of days. */
export const listTermsToRemind = (
  read: Read,
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate },
) =>
  read
    .select({
      areaId: leaders.areaId,
      personId: leaders.personId,
      name: people.name,
      email: people.email,
      termId: terms.id,
      startsOn: terms.startsOn,
    })
    .from(leaders)
    .innerJoin(people, eq(people.id, leaders.personId))
    .innerJoin(terms, eq(terms.areaId, leaders.areaId))
    .where(
      and(
        gte(terms.startsOn, from),
        lte(terms.startsOn, until),
        isNull(people.deactivatedAt),
        isActiveLeader(leaders.personId, leaders.areaId),
        sql`NOT EXISTS (SELECT 1 FROM capacity_answers AS said WHERE said.area_id = ${leaders.areaId}
          AND said.person_id = ${leaders.personId} AND said.term_id = ${terms.id})`,
        sql`NOT EXISTS (SELECT 1 FROM ${capacityLines} WHERE ${capacityLines.areaId} = ${leaders.areaId}
          AND ${capacityLines.personId} = ${leaders.personId} AND ${capacityLines.termId} = ${terms.id})`,
      ),
    )
    .orderBy(asc(terms.startsOn), asc(leaders.personId));

/**
 * Rounds whose panel ought to answer by a day, or ought to have; each once for the day that it was given, and once more when it is past. Not
 * on a day on which the round was changed, such as by asking them. With the key by which that is known.
 */
export const listPanelsToRemind = (
  read: Read,
  {
    today,
    until,
    askedBefore,
  }: { readonly today: IsoDate; readonly until: IsoDate; readonly askedBefore: Instant },
) => {
  const day = sql<string>`json_extract(${rounds.round}, '$.answerBy')`;
  const run = sql<string>`json_extract(${rounds.round}, '$.proposedRun')`;
  const isLate = sql<boolean>`${day} < ${today}`.mapWith(Boolean);
  const key = sql<string>`'round ' || ${rounds.id} || ' ' || ${run} || ' ' || ${day}
    || CASE WHEN ${day} < ${today} THEN ' late' ELSE ' due' END`;
  return read
    .select({ id: rounds.id, areaId: rounds.areaId, key, isLate })
    .from(rounds)
    .where(
      and(
        eq(rounds.state, "solved"),
        sql`${day} <= ${until}`,
        lt(rounds.changedAt, askedBefore),
        isNew(key),
      ),
    )
    .orderBy(asc(day), asc(rounds.id));
};
