import { toNeedId } from "@alongside/domain/need";
import { listFiles } from "@alongside/usecases/attachment";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

/** What is attached to needs. Contents come and go by routes of their own. */
export const attachmentRouter = router({
  list: areaProcedure
    .input(z.object({ needId: z.string().min(1).max(60).transform(toNeedId) }))
    .query(({ ctx, input }) => listFiles(ctx, ctx.area, input)),
});
