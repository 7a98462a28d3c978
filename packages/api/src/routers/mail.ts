import {
  deliveryStates,
  getPreferences,
  listMailLog,
  sendMailAgain,
  setPreferences,
  ways,
} from "@alongside/usecases/mail";
import { z } from "zod";
import { areaProcedure, router, signedInProcedure } from "../trpc.ts";

const way = z.enum(ways, "Choose how you are told");

export const mailRouter = router({
  preferences: signedInProcedure.query(({ ctx }) => getPreferences(ctx)),
  prefer: signedInProcedure
    .input(z.object({ reminder: way, progress: way }))
    .mutation(({ ctx, input }) => setPreferences(ctx, input)),
  log: areaProcedure
    .input(
      z.object({
        state: z.enum(deliveryStates).optional().catch(undefined),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .query(({ ctx, input }) => listMailLog(ctx, ctx.area, input)),
  again: areaProcedure
    .input(z.object({ id: z.string().min(1).max(60) }))
    .mutation(({ ctx, input }) => sendMailAgain(ctx, ctx.area, input)),
});
