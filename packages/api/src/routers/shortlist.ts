import { toNeedId } from "@alongside/domain/need";
import { shortlistFor } from "@alongside/usecases/shortlist";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

export const shortlistRouter = router({
  get: areaProcedure
    .input(
      z.object({
        needId: z.string().min(1).max(60).transform(toNeedId),
        termId: z.string().max(60).optional(),
        halfDays: z.number().int().min(1).max(400).optional(),
      }),
    )
    .query(({ ctx, input }) => shortlistFor(ctx, ctx.area, input)),
});
