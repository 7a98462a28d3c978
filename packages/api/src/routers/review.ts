import { toId, type ZoneId } from "@alongside/domain/identity";
import { toReviewId } from "@alongside/domain/review";
import { isUrn, type Urn } from "@alongside/domain/school";
import {
  agreeReview,
  answerReviewInvitation,
  beginNeedFromReview,
  beginReview,
  countReviews,
  getReview,
  getReviewedSchool,
  judgeSchool,
  listReviews,
  readReviewNote,
  reopenReview,
  reviewsOfSchool,
  showOwnReview,
  suggestBand,
} from "@alongside/usecases/review";
import { z } from "zod";
import { day } from "../day.ts";
import { areaProcedure, router } from "../trpc.ts";

const id = z.string().min(1).max(60).transform(toReviewId);
const urn = z.number("Choose a school").transform((value, ctx): Urn => {
  if (isUrn(value)) return value;
  ctx.addIssue("Choose a school");
  return z.NEVER;
});
const version = z.number().int().min(0);
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);
const code = z.string().min(1, "Choose from the list").max(80);

const judgements = z
  .record(code, z.object({ judgement: code, reason: text(500) }))
  .refine((given) => Object.keys(given).length <= 60, "There are not that many areas");

const school = z.object({ id, urn });

export const reviewRouter = router({
  list: areaProcedure.query(({ ctx }) => listReviews(ctx, ctx.area)),
  get: areaProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => getReview(ctx, ctx.area, input.id)),
  school: areaProcedure
    .input(school)
    .query(({ ctx, input }) => getReviewedSchool(ctx, ctx.area, input)),
  ofSchool: areaProcedure
    .input(z.object({ urn }))
    .query(({ ctx, input }) => reviewsOfSchool(ctx, ctx.area, input)),
  own: areaProcedure.query(({ ctx }) => showOwnReview(ctx, ctx.area)),
  suggestion: areaProcedure
    .input(z.object({ urn }))
    .query(({ ctx, input }) => suggestBand(ctx, ctx.area, input)),
  counts: areaProcedure.query(({ ctx }) => countReviews(ctx, ctx.area)),
  begin: areaProcedure
    .input(
      z.object({
        zoneId: z
          .string("Choose a zone")
          .min(1, "Choose a zone")
          .max(60)
          .transform((given) => toId<ZoneId>(given)),
        termId: z.string("Choose a term").min(1, "Choose a term").max(60),
      }),
    )
    .mutation(({ ctx, input }) => beginReview(ctx, ctx.area, input)),
  judge: areaProcedure
    .input(
      school.extend({
        version,
        judgements,
        note: z.object({ text: text(2_000), isShared: z.boolean() }).optional(),
      }),
    )
    .mutation(({ ctx, input }) => judgeSchool(ctx, ctx.area, input)),
  readNote: areaProcedure
    .input(school)
    .mutation(({ ctx, input }) => readReviewNote(ctx, ctx.area, input)),
  agree: areaProcedure
    .input(z.object({ id, version, panelOn: day, leavesOut: z.boolean() }))
    .mutation(({ ctx, input }) => agreeReview(ctx, ctx.area, input)),
  reopen: areaProcedure
    .input(z.object({ id, version, reason: text(500) }))
    .mutation(({ ctx, input }) => reopenReview(ctx, ctx.area, input)),
  beginNeed: areaProcedure
    .input(school)
    .mutation(({ ctx, input }) => beginNeedFromReview(ctx, ctx.area, input)),
  answerInvitation: areaProcedure
    .input(school.extend({ answer: z.enum(["offering", "not-now"], "Choose an answer") }))
    .mutation(({ ctx, input }) => answerReviewInvitation(ctx, ctx.area, input)),
});
