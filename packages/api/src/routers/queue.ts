import { toNeedId } from "@alongside/domain/need";
import {
  checkReminders,
  listSavedViews,
  remindAll,
  removeView,
  saveView,
  watchNeed,
} from "@alongside/usecases/queue";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const needId = z.string().min(1).max(60).transform(toNeedId);
const some = z.object({
  ids: z.array(needId).min(1, "Choose at least one need").max(50, "Choose up to 50 needs"),
});

export const queueRouter = router({
  watch: areaProcedure
    .input(z.object({ id: needId, isWatched: z.boolean() }))
    .mutation(({ ctx, input }) => watchNeed(ctx, ctx.area, input)),
  views: areaProcedure.query(({ ctx }) => listSavedViews(ctx, ctx.area)),
  saveView: areaProcedure
    .input(
      z.object({
        name: z.string().trim().min(1, "Enter a name").max(60, "Use 60 characters or fewer"),
        search: z.string().max(1_000),
      }),
    )
    .mutation(({ ctx, input }) => saveView(ctx, ctx.area, input)),
  removeView: areaProcedure
    .input(z.object({ id: z.string().min(1).max(60) }))
    .mutation(({ ctx, input }) => removeView(ctx, ctx.area, input)),
  checkReminders: areaProcedure
    .input(some)
    .query(({ ctx, input }) => checkReminders(ctx, ctx.area, input)),
  remind: areaProcedure.input(some).mutation(({ ctx, input }) => remindAll(ctx, ctx.area, input)),
});
