import { toId, type PersonId } from "@alongside/domain/identity";
import { toNeedId } from "@alongside/domain/need";
import { toOfferId } from "@alongside/domain/offer";
import {
  acceptOffer,
  confirmOffer,
  declineOffer,
  getOffer,
  listOffers,
  releaseForOffer,
  sendOffer,
  withdrawOffer,
} from "@alongside/usecases/offer";
import { z } from "zod";
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

const seen = z.object({ id: offerId, version: z.number().int().min(1), key });

export const offerRouter = router({
  list: areaProcedure
    .input(z.object({ needId: needId.optional() }))
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
  withdraw: areaProcedure
    .input(seen.extend({ reason: words(1_000, "Enter a reason") }))
    .mutation(({ ctx, input }) => withdrawOffer(ctx, ctx.area, input)),
});
