import { highestPencePerDay } from "@alongside/domain/partnership";
import { addRate, changeRate, listRates, retireRate } from "@alongside/usecases/partnership";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const amount = "Enter an amount from £0 to £5,000";
const share = "Enter a whole number from 0 to 100";

const terms = z.object({
  label: z.string().trim().min(1, "Enter a label").max(80, "Use 80 characters or fewer"),
  pencePerDay: z.number().int(amount).min(0, amount).max(highestPencePerDay, amount),
  brokerageShare: z.number().int(share).min(0, share).max(100, share),
});

const seen = z.object({ code: z.string().max(80), version: z.number().int() });

export const rateRouter = router({
  list: areaProcedure.query(({ ctx }) => listRates(ctx, ctx.area)),
  add: areaProcedure.input(terms).mutation(({ ctx, input }) => addRate(ctx, ctx.area, input)),
  change: areaProcedure
    .input(seen.extend(terms.shape))
    .mutation(({ ctx, input }) => changeRate(ctx, ctx.area, input)),
  retire: areaProcedure
    .input(seen.extend({ isRetired: z.boolean() }))
    .mutation(({ ctx, input }) => retireRate(ctx, ctx.area, input)),
});
