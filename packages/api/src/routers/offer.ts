import { windows } from "@alongside/domain/calendar";
import { toId, type PersonId } from "@alongside/domain/identity";
import { toNeedId } from "@alongside/domain/need";
import { offerTransitions, toOfferId, type OfferState } from "@alongside/domain/offer";
import {
  acceptOffer,
  answerLeader,
  askAboutOffer,
  confirmOffer,
  declineOffer,
  getOffer,
  keepDays,
  listOffers,
  offerParts,
  offerSorts,
  proposeDays,
  releaseForOffer,
  remindOfOffer,
  sendOffer,
  suggestNext,
  takeDays,
  withdrawOffer,
  type OfferQuestion,
} from "@alongside/usecases/offer";
import { z } from "zod";
import { anyOf, listInAddress, listQuestion } from "../list-question.ts";
import { areaProcedure, router } from "../trpc.ts";

const needId = z.string().min(1).max(60).transform(toNeedId);
const offerId = z.string().min(1).max(60).transform(toOfferId);
const key = z.string().min(8).max(80).optional();
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);
const words = (most: number, missing: string) => text(most).min(1, missing);

/** Days to be given instead: whole or half days, the half of the term, and which days in words. */
export const otherDays = {
  halfDays: z
    .number("Enter how many days you could give")
    .int("Enter whole or half days")
    .min(1, "Enter half a day or more")
    .max(400, "Enter 200 days or fewer"),
  window: z.enum(windows, "Choose a half of the term"),
  dates: text(300),
};

const seen = z.object({ id: offerId, version: z.number().int().min(1), key });

const isState = (given: string): given is OfferState => given in offerTransitions;

/** What the list of offers can be asked; the names of the address are those of its filters. */
const offerQuestion = listQuestion(offerSorts).extend({
  needId: needId.optional(),
  parts: anyOf(offerParts),
  states: anyOf(Object.keys(offerTransitions).filter(isState)),
});

/** The question that the address of the list asks: `?part=waiting&stage=sent&words=ann&sort=due`. */
export const offerQuestionInAddress = (address: URLSearchParams): OfferQuestion => {
  const filters = { parts: address.getAll("part"), states: address.getAll("stage") };
  return { ...offerQuestion.parse({ ...listInAddress(address), ...filters }), limit: undefined };
};

export const offerRouter = router({
  list: areaProcedure
    .input(offerQuestion)
    .query(({ ctx, input }) => listOffers(ctx, ctx.area, input)),
  get: areaProcedure
    .input(z.object({ id: offerId }))
    .query(({ ctx, input }) => getOffer(ctx, ctx.area, input.id)),
  send: areaProcedure
    .input(
      z.object({
        needId,
        version: z.number().int().min(1),
        leader: z
          .string()
          .max(80)
          .transform((id) => toId<PersonId>(id)),
        termId: z.string().max(60).optional(),
        halfDays: z
          .number("Enter how many days you offer")
          .int("Enter whole or half days")
          .min(1, "Enter half a day or more")
          .max(400, "Enter 200 days or fewer"),
        note: text(1_000),
        overrideReason: text(1_000),
        key,
      }),
    )
    .mutation(({ ctx, input }) => sendOffer(ctx, ctx.area, input)),
  accept: areaProcedure.input(seen).mutation(({ ctx, input }) => acceptOffer(ctx, ctx.area, input)),
  release: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => releaseForOffer(ctx, ctx.area, input)),
  confirm: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => confirmOffer(ctx, ctx.area, input)),
  decline: areaProcedure
    .input(
      seen.extend({
        reason: z.string().min(1, "Choose a reason").max(80),
        text: words(1_000, "Say why in a sentence"),
      }),
    )
    .mutation(({ ctx, input }) => declineOffer(ctx, ctx.area, input)),
  next: areaProcedure
    .input(z.object({ needId }))
    .query(({ ctx, input }) => suggestNext(ctx, ctx.area, input)),
  ask: areaProcedure
    .input(seen.extend({ text: words(1_000, "Enter your question") }))
    .mutation(({ ctx, input }) => askAboutOffer(ctx, ctx.area, input)),
  answer: areaProcedure
    .input(seen.extend({ text: words(1_000, "Enter your answer") }))
    .mutation(({ ctx, input }) => answerLeader(ctx, ctx.area, input)),
  propose: areaProcedure
    .input(seen.extend(otherDays))
    .mutation(({ ctx, input }) => proposeDays(ctx, ctx.area, input)),
  take: areaProcedure.input(seen).mutation(({ ctx, input }) => takeDays(ctx, ctx.area, input)),
  keep: areaProcedure
    .input(seen.extend({ text: words(1_000, "Say why in a sentence") }))
    .mutation(({ ctx, input }) => keepDays(ctx, ctx.area, input)),
  remind: areaProcedure
    .input(z.object({ id: offerId }))
    .mutation(({ ctx, input }) => remindOfOffer(ctx, ctx.area, input)),
  withdraw: areaProcedure
    .input(seen.extend({ reason: words(1_000, "Enter a reason") }))
    .mutation(({ ctx, input }) => withdrawOffer(ctx, ctx.area, input)),
});
