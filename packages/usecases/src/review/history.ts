import type { Area } from "@alongside/db/views/area";
import { findSchoolOfArea } from "@alongside/db/views/identity-place";
import { historyOfSchool, type PastJudgement } from "@alongside/db/views/review";
import { isHeadOf, mayReadJudgement } from "@alongside/domain/identity";
import { invitationsOf, suggestedBand } from "@alongside/domain/review";
import type { Urn } from "@alongside/domain/school";
import { found, type Context } from "../context/index.ts";
import { placeOfSchool } from "../need/place.ts";
import { headedBy, waitingInvitations } from "./invitation.ts";
import { listsOf } from "./place.ts";

const termOf = ({ row, ...past }: PastJudgement) => ({
  reviewId: row.reviewId,
  term: { season: past.season, academicYear: past.academicYear },
  zone: past.zone,
  state: past.state,
  panelOn: past.panelOn,
  judgements: row.judgements,
});

/** What a head reads: what was agreed; the note where it is shared; and which areas invite a need, but not the band, which is the coordinator's word. */
const forHead = (past: PastJudgement) => ({
  ...termOf(past),
  judgedBy: null,
  judgedAt: null,
  band: null,
  hasNote: false,
  sharedNote: past.row.isNoteShared && past.row.note !== "" ? past.row.note : null,
});

const forStaff = (past: PastJudgement) => ({
  ...termOf(past),
  judgedBy: past.judgedBy,
  judgedAt: past.row.judgedAt,
  band: suggestedBand(past.row.judgements),
  hasNote: past.row.note !== "",
  sharedNote: null,
});

/**
 * What the reviews found of a school, term by term: for the zone's coordinator, officers and administrators; for its head, once agreed. Nobody
 * else is told anything, nor that there is something.
 */
export const reviewsOfSchool = async (ctx: Context, area: Area, { urn }: { readonly urn: Urn }) => {
  const place = await placeOfSchool(ctx.read, area, urn);
  const isStaff = mayReadJudgement(ctx.actor, place);
  if (!isStaff && !isHeadOf(ctx.actor, place)) return { terms: [], lists: null };
  const [history, lists] = await Promise.all([
    historyOfSchool(ctx.read, area.id, urn),
    listsOf(ctx.read, area),
  ]);
  const terms = isStaff
    ? history.map(forStaff)
    : history.filter(({ state }) => state === "agreed").map(forHead);
  return { terms, lists };
};

/** The invitations that wait for the actor, and what was found of the schools of which the actor is head. */
export const showOwnReview = async (ctx: Context, area: Area) => {
  const invitations = await waitingInvitations(ctx, area);
  const headed = headedBy(ctx, area);
  const lists = await listsOf(ctx.read, area);
  const nameOf = async (urn: Urn) => found(await findSchoolOfArea(ctx.read, area.id, urn)).name;
  return {
    lists,
    invitations: await Promise.all(
      invitations.map(async ({ row, season, academicYear }) => ({
        id: row.reviewId,
        urn: row.urn,
        school: await nameOf(row.urn),
        term: { season, academicYear },
        /** Which areas are strong: for the head alone. */
        areas: headed.includes(row.urn) ? invitationsOf(row.judgements).capacity : [],
      })),
    ),
    schools: await Promise.all(
      headed.map(async (urn) => ({
        urn,
        name: await nameOf(urn),
        terms: (await historyOfSchool(ctx.read, area.id, urn))
          .filter(({ state }) => state === "agreed")
          .map(forHead),
      })),
    ),
  };
};
