import { fitWeightNames, isFitWeight } from "@alongside/domain/partnership";
import { setWeights, showWeights } from "@alongside/usecases/partnership";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const points = z.number().refine(isFitWeight, "Enter a whole number from 0 to 1000");

const weights = z.record(z.enum(fitWeightNames), points);

export const weightRouter = router({
  get: areaProcedure.query(({ ctx }) => showWeights(ctx, ctx.area)),
  set: areaProcedure
    .input(z.object({ weights, version: z.number().int() }))
    .mutation(({ ctx, input }) => setWeights(ctx, ctx.area, input)),
});
