import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findNeed } from "@alongside/db/views/need";
import { listTerms } from "@alongside/db/views/partnership";
import {
  judgementsBefore,
  listJudgements,
  listReviewsWithin,
  listSchoolsOfZone,
  type StoredJudgement,
  type StoredReview,
} from "@alongside/db/views/review";
import { zoneShapes } from "@alongside/db/views/school";
import { addDays, termAmong } from "@alongside/domain/calendar";
import {
  mayActOnBehalf,
  mayJudgeSchool,
  mayKeepReview,
  maySeeNeed,
  ownSchoolsOf,
  reviewScopeOf,
} from "@alongside/domain/identity";
import {
  invitationsOf,
  reviewTransitions,
  suggestedBand,
  type ReviewId,
} from "@alongside/domain/review";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";
import { schoolOutcomes } from "../school/outcome.ts";
import { lineOf } from "../school/line.ts";
import { factsOfSchools } from "./facts.ts";
import { listsOf, openReview } from "./place.ts";

const termOf = ({ season, academicYear }: Pick<StoredReview, "season" | "academicYear">) => ({
  season,
  academicYear,
});

const headOf = ({ row, ...stored }: StoredReview) => ({
  id: row.id,
  version: row.version,
  zoneId: row.zoneId,
  zone: stored.zone,
  term: termOf(stored),
  state: row.state,
  panelOn: row.panelOn,
  openedAt: row.openedAt,
  openedBy: stored.openedBy,
});

/** How far each review is: schools with a judgement, of all that it looks at. Once agreed, those that were left out count no more. */
const progressOf = async (read: Read, stored: StoredReview, judged: readonly StoredJudgement[]) => {
  const own = judged.filter(({ row }) => row.reviewId === stored.row.id);
  if (stored.row.state === "agreed") return { judged: own.length, schools: own.length };
  const known = new Set(own.map(({ row }) => row.urn));
  const schools = await listSchoolsOfZone(read, stored.row.zoneId);
  return {
    judged: schools.filter(({ urn }) => known.has(urn)).length,
    schools: schools.length,
  };
};

/** The reviews that the actor may read, the latest term first, and those that can be opened now. `not-found` for those who have none. */
export const listReviews = async (ctx: Context, area: Area) => {
  const scope = found(reviewScopeOf(ctx.actor, area.id));
  const [stored, terms, zones] = await Promise.all([
    listReviewsWithin(ctx.read, area.id, scope),
    listTerms(ctx.read, area.id),
    zoneShapes(ctx.read, area.id),
  ]);
  const judged = await listJudgements(
    ctx.read,
    stored.map(({ row }) => row.id),
  );
  const term = termAmong(todayOf(ctx), terms);
  const now = terms.find(({ startsOn }) => startsOn === term?.startsOn);
  const isOpened = (zoneId: string): boolean =>
    stored.some(({ row }) => row.zoneId === zoneId && row.termId === now?.id);
  return {
    reviews: await Promise.all(
      stored.map(async (each) => ({
        ...headOf(each),
        progress: await progressOf(ctx.read, each, judged),
      })),
    ),
    toOpen:
      now === undefined
        ? []
        : zones
            .filter(({ id }) => mayKeepReview(ctx.actor, { areaId: area.id, zoneId: id }))
            .filter(({ id }) => !isOpened(id))
            .map(({ id, name }) => ({
              zoneId: id,
              zone: name,
              termId: now.id,
              term: termOf(now),
            })),
  };
};

type Past = Awaited<ReturnType<typeof judgementsBefore>>;

const lastOf = (past: Past, urn: Urn) => {
  const last = past.find(({ row }) => row.urn === urn);
  return last === undefined
    ? null
    : {
        term: termOf(last),
        judgements: last.row.judgements,
        band: suggestedBand(last.row.judgements),
      };
};

const nowOf = (judged: StoredJudgement | undefined) =>
  judged === undefined
    ? null
    : {
        version: judged.row.version,
        judgements: judged.row.judgements,
        hasNote: judged.row.note !== "",
        isNoteShared: judged.row.isNoteShared,
        judgedAt: judged.row.judgedAt,
        judgedBy: judged.judgedBy,
        invites: invitationsOf(judged.row.judgements),
        band: suggestedBand(judged.row.judgements),
        needId: judged.row.needId,
        invitedAt: judged.row.invitedAt,
        inviteAnswer: judged.row.inviteAnswer,
      };

/** More than the longest term and the holidays before it. */
const daysBack = 140;

/** Everything since the term before began counts as new. */
const sinceOf = ({ startsOn }: StoredReview): IsoDate => addDays(startsOn, -daysBack);

type SchoolOfReview = Awaited<ReturnType<typeof listSchoolsOfZone>>[number];

/** The schools that a review looks at: today's of the zone while it is open, those that were judged once it is agreed. */
const schoolsOf = async (
  read: Read,
  stored: StoredReview,
  judged: readonly StoredJudgement[],
): Promise<readonly SchoolOfReview[]> => {
  const schools = await listSchoolsOfZone(read, stored.row.zoneId);
  if (stored.row.state === "open") return schools;
  const known = new Set(judged.map(({ row }) => row.urn));
  return schools.filter(({ urn }) => known.has(urn));
};

/** One review: the schools of its zone with what is known of each, what was found last time and this time. Nothing of the own school of whoever asks. */
export const getReview = async (ctx: Context, area: Area, id: ReviewId) => {
  const stored = await openReview(ctx, ctx.read, { area, id });
  const judged = await listJudgements(ctx.read, [id]);
  const schools = await schoolsOf(ctx.read, stored, judged);
  const urns = schools.map(({ urn }) => urn);
  const [factsOf, past, lists] = await Promise.all([
    factsOfSchools(ctx, area, { schools, since: sinceOf(stored) }),
    judgementsBefore(ctx.read, area.id, { urns, before: stored.startsOn }),
    listsOf(ctx.read, area),
  ]);
  const own = ownSchoolsOf(ctx.actor, area.id);
  const keeps = mayKeepReview(ctx.actor, stored.row);
  const next = reviewTransitions[stored.row.state];
  return {
    ...headOf(stored),
    today: todayOf(ctx),
    lists,
    progress: await progressOf(ctx.read, stored, judged),
    may: {
      judge: keeps && next.judge.length > 0,
      agree: keeps && next.agree.length > 0,
      reopen: keeps && next.reopen.length > 0,
    },
    schools: schools.map((school) => {
      const isOwn = own.includes(school.urn);
      const now = nowOf(judged.find(({ row }) => row.urn === school.urn));
      return {
        urn: school.urn,
        name: school.name,
        phase: school.phase,
        isOwn,
        isJudged: now !== null,
        ...factsOf(school),
        last: isOwn ? null : lastOf(past, school.urn),
        now: isOwn ? null : now,
      };
    }),
  };
};

export type ReviewPage = Awaited<ReturnType<typeof getReview>>;
export type ReviewLine = ReviewPage["schools"][number];

/** The latest published figure of each measure of a school, beside the area's and England's of the same year. */
const outcomesOf = async (ctx: Context, area: Area, urn: Urn) => {
  const { before } = await lineOf(ctx, { urn, laCodes: area.laCodes });
  return (await schoolOutcomes(ctx, area, { urn, before })).flatMap((outcome) => {
    const last = outcome.years.findLast(({ school }) => school?.value !== null);
    return last === undefined || last.school === null
      ? []
      : [
          {
            measure: outcome.measure,
            label: outcome.label,
            unit: outcome.unit,
            year: last.year,
            value: last.school.value,
            area: last.area?.value ?? null,
            england: last.england?.value ?? null,
          },
        ];
  });
};

/** One school in a review, with the way to the next that nobody has judged. `not-found` for a school that the review does not look at. */
export const getReviewedSchool = async (
  ctx: Context,
  area: Area,
  given: { readonly id: ReviewId; readonly urn: Urn },
) => {
  const { schools, ...review } = await getReview(ctx, area, given.id);
  const at = schools.findIndex(({ urn }) => urn === given.urn);
  const school = found(schools[at]);
  const round = [...schools.slice(at + 1), ...schools.slice(0, at)];
  const next = round.find(({ isJudged, isOwn }) => !isJudged && !isOwn);
  const place = { areaId: area.id, urn: given.urn, zoneIds: [review.zoneId] };
  const needId = school.now?.needId ?? null;
  const begun = needId === null ? undefined : await findNeed(ctx.read, area.id, needId);
  const judges = mayJudgeSchool(ctx.actor, place);
  return {
    ...review,
    school,
    outcomes: await outcomesOf(ctx, area, given.urn),
    place: { at: at + 1, of: schools.length },
    next: next === undefined ? null : { urn: next.urn, name: next.name },
    need:
      begun !== undefined &&
      maySeeNeed(ctx.actor, place, {
        isDraft: begun.state === "draft",
        isBegunOnBehalf: begun.isBegunOnBehalf,
      })
        ? { id: begun.id, state: begun.state }
        : null,
    may: {
      ...review.may,
      judge: review.may.judge && judges,
      beginNeed: judges && mayActOnBehalf(ctx.actor, place),
    },
  };
};
