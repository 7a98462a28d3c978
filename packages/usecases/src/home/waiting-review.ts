import type { Area } from "@alongside/db/views/area";
import { listReviewsWithin } from "@alongside/db/views/review";
import { endOfLondonDay } from "@alongside/domain/calendar";
import { mayKeepReview, reviewScopeOf } from "@alongside/domain/identity";
import type { Context } from "../context/index.ts";
import { countLeft, waitingInvitations } from "../review/index.ts";
import { showOwnSurvey } from "../survey/index.ts";

type Clocked = { readonly due: string | null };

const nothing: Clocked = { due: null };

/** One for each school that a review which the actor keeps has not looked at yet. */
const schoolsToReview = async (ctx: Context, area: Area): Promise<readonly Clocked[]> => {
  const scope = reviewScopeOf(ctx.actor, area.id);
  if (scope === undefined) return [];
  const reviews = await listReviewsWithin(ctx.read, area.id, scope);
  const open = reviews.filter(({ row }) => row.state === "open" && mayKeepReview(ctx.actor, row));
  const left = await Promise.all(open.map((stored) => countLeft(ctx.read, stored)));
  return left.flatMap((count) => Array.from({ length: count }, () => nothing));
};

/** What the termly review and the yearly survey ask of the actor: schools to review, days to give, an answer. */
export const waitingAtReviews = async (ctx: Context, area: Area) => {
  const [reviews, invitations, { survey, schools }] = await Promise.all([
    schoolsToReview(ctx, area),
    waitingInvitations(ctx, area),
    showOwnSurvey(ctx, area),
  ]);
  const closesOn = survey?.closesOn ?? null;
  return {
    reviews,
    "review-invitations": invitations.map((): Clocked => nothing),
    survey: schools
      .filter(({ sentAt }) => sentAt === null)
      .map((): Clocked => ({ due: closesOn === null ? null : endOfLondonDay(closesOn) })),
  } as const;
};
