import { answerByLink, lookAtLink } from "@alongside/usecases/answer-link";
import { z } from "zod";
import { publicProcedure, router } from "../trpc.ts";
import { otherDays } from "./offer.ts";

const token = z.string().max(80);
const words = (most: number, missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);

const answer = z.discriminatedUnion("act", [
  z.object({ act: z.literal("yes") }),
  z.object({
    act: z.literal("decline"),
    reason: z.string().min(1, "Choose a reason").max(80),
    text: words(1_000, "Say why in a sentence"),
  }),
  z.object({ act: z.literal("ask"), text: words(1_000, "Enter your question") }),
  z.object({ act: z.literal("propose"), ...otherDays }),
  z.object({ act: z.literal("reconfirm") }),
]);

/** Links of mails that answer one thing, once: whoever has the mail needs no account. */
export const answerLinkRouter = router({
  look: publicProcedure
    .input(z.object({ token }))
    .query(({ ctx, input }) => lookAtLink(ctx, { ...input, address: ctx.address })),
  answer: publicProcedure
    .input(
      z.object({
        token,
        version: z.number().int().min(1),
        answer,
        key: z.string().min(8).max(80).optional(),
      }),
    )
    .mutation(({ ctx, input }) => answerByLink(ctx, { ...input, address: ctx.address })),
});
