import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { AreaId, NeedScope, ZoneId } from "@alongside/domain/identity";
import type { ReviewId } from "@alongside/domain/review";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  leaders,
  people,
  reviews,
  reviewSchools,
  roleGrants,
  schools,
  terms,
  zoneMemberships,
  zones,
} from "../schema/index.ts";

const selectReviews = (read: Read) =>
  read
    .select({
      row: reviews,
      zone: zones.name,
      phaseGroup: zones.phaseGroup,
      season: terms.season,
      academicYear: terms.academicYear,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      openedBy: people.name,
    })
    .from(reviews)
    .innerJoin(zones, eq(zones.id, reviews.zoneId))
    .innerJoin(terms, eq(terms.id, reviews.termId))
    .leftJoin(people, eq(people.id, sql`${reviews.openedBy}`));

export type StoredReview = Awaited<ReturnType<typeof selectReviews>>[number];

/** A review of this area. */
export const findReview = async (
  read: Read,
  areaId: AreaId,
  id: ReviewId,
): Promise<StoredReview | undefined> =>
  (await selectReviews(read).where(and(eq(reviews.id, id), eq(reviews.areaId, areaId))))[0];

/** The reviews in scope, the latest term first. */
export const listReviewsWithin = (read: Read, areaId: AreaId, scope: NeedScope) =>
  selectReviews(read)
    .where(
      and(
        eq(reviews.areaId, areaId),
        scope.kind === "area" ? undefined : inArray(reviews.zoneId, [...scope.zoneIds]),
      ),
    )
    .orderBy(desc(terms.startsOn), asc(sql`${zones.name} COLLATE NOCASE`), asc(reviews.id));

const openSchools = inArray(schools.status, ["open", "proposed-to-close"]);

/** The schools of a zone that are open today, by name: whom a review looks at. */
export const listSchoolsOfZone = (read: Read, zoneId: ZoneId) =>
  read
    .select({
      urn: schools.urn,
      name: schools.name,
      phase: schools.phase,
      setting: schools.setting,
      status: schools.status,
      openDate: schools.openDate,
      trustName: schools.trustName,
    })
    .from(zoneMemberships)
    .innerJoin(schools, eq(schools.urn, zoneMemberships.urn))
    .where(and(eq(zoneMemberships.zoneId, zoneId), isNull(zoneMemberships.toOn), openSchools))
    .orderBy(asc(sql`${schools.name} COLLATE NOCASE`), asc(schools.urn));

/** What these reviews found of schools, with who judged them. */
export const listJudgements = (read: Read, reviewIds: readonly ReviewId[]) =>
  read
    .select({ row: reviewSchools, school: schools.name, judgedBy: people.name })
    .from(reviewSchools)
    .innerJoin(schools, eq(schools.urn, reviewSchools.urn))
    .leftJoin(people, eq(people.id, sql`${reviewSchools.judgedBy}`))
    .where(inArray(reviewSchools.reviewId, [...reviewIds]))
    .orderBy(asc(sql`${schools.name} COLLATE NOCASE`), asc(schools.urn));

export type StoredJudgement = Awaited<ReturnType<typeof listJudgements>>[number];

export const findJudgement = async (
  read: Read,
  reviewId: ReviewId,
  urn: Urn,
): Promise<typeof reviewSchools.$inferSelect | undefined> =>
  (
    await read
      .select()
      .from(reviewSchools)
      .where(and(eq(reviewSchools.reviewId, reviewId), eq(reviewSchools.urn, urn)))
  )[0];

const selectPast = (read: Read) =>
  read
    .select({
      row: reviewSchools,
      state: reviews.state,
      panelOn: reviews.panelOn,
      zoneId: reviews.zoneId,
      zone: zones.name,
      season: terms.season,
      academicYear: terms.academicYear,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      judgedBy: people.name,
    })
    .from(reviewSchools)
    .innerJoin(reviews, eq(reviews.id, reviewSchools.reviewId))
    .innerJoin(zones, eq(zones.id, reviews.zoneId))
    .innerJoin(terms, eq(terms.id, reviews.termId))
    .leftJoin(people, eq(people.id, sql`${reviewSchools.judgedBy}`));

export type PastJudgement = Awaited<ReturnType<typeof selectPast>>[number];

/** What the area's reviews found of a school, term by term, the latest first. */
export const historyOfSchool = (read: Read, areaId: AreaId, urn: Urn) =>
  selectPast(read)
    .where(and(eq(reviews.areaId, areaId), eq(reviewSchools.urn, urn)))
    .orderBy(desc(terms.startsOn), asc(reviews.id));

/** What was agreed of these schools in terms that began before a day, the latest first: the first of a school is its last judgement. */
export const judgementsBefore = (
  read: Read,
  areaId: AreaId,
  given: { readonly urns: readonly Urn[]; readonly before: IsoDate },
) =>
  selectPast(read)
    .where(
      and(
        eq(reviews.areaId, areaId),
        eq(reviews.state, "agreed"),
        lt(terms.startsOn, given.before),
        inArray(reviewSchools.urn, [...given.urns]),
      ),
    )
    .orderBy(desc(terms.startsOn), asc(reviews.id));

/** The head of a school, and the leaders whose home school it is: who can give days of its. */
export const listPeopleToInvite = (read: Read, areaId: AreaId, urn: Urn) =>
  read
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.areaId, areaId),
        isNull(roleGrants.endedAt),
        isNull(people.deactivatedAt),
        or(
          and(eq(roleGrants.role, "head"), eq(roleGrants.urn, urn)),
          and(
            eq(roleGrants.role, "leader"),
            sql`EXISTS (SELECT 1 FROM ${leaders} WHERE ${leaders.personId} = ${people.id}
              AND ${leaders.areaId} = ${areaId} AND ${leaders.homeUrn} = ${urn})`,
          ),
        ),
      ),
    )
    .orderBy(asc(people.id));

/** Schools whose people were asked for days in a term that is not over, and have not answered. */
export const listInvitationsToGive = (
  read: Read,
  areaId: AreaId,
  given: { readonly urns: readonly Urn[]; readonly today: IsoDate },
) =>
  selectPast(read)
    .where(
      and(
        eq(reviews.areaId, areaId),
        eq(reviews.state, "agreed"),
        isNotNull(reviewSchools.invitedAt),
        isNull(reviewSchools.inviteAnswer),
        gte(terms.endsOn, given.today),
        inArray(reviewSchools.urn, [...given.urns]),
      ),
    )
    .orderBy(asc(reviewSchools.urn));

/**
 * The judgements of an area by term: what its counts are made of. Those who see no small numbers get a term when all its reviews are agreed, so
 * that no two looks differ by one zone.
 */
export const judgementsToCount = (read: Read, areaId: AreaId, isExact: boolean) =>
  read
    .select({
      termId: terms.id,
      season: terms.season,
      academicYear: terms.academicYear,
      startsOn: terms.startsOn,
      judgements: reviewSchools.judgements,
    })
    .from(reviewSchools)
    .innerJoin(reviews, eq(reviews.id, reviewSchools.reviewId))
    .innerJoin(terms, eq(terms.id, reviews.termId))
    .where(
      and(
        eq(reviews.areaId, areaId),
        isExact
          ? undefined
          : sql`NOT EXISTS (SELECT 1 FROM ${reviews} AS other WHERE other.area_id = ${areaId}
              AND other.term_id = ${reviews.termId} AND other.state = 'open')`,
      ),
    )
    .orderBy(desc(terms.startsOn));
