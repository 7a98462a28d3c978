import {
  addCode,
  changeCode,
  listCodeLists,
  moveCode,
  retireCode,
  showCodeList,
} from "@alongside/usecases/partnership";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const list = z.string().max(60);
const code = z.string().max(80);

const words = z.object({
  label: z.string().trim().min(1, "Enter a label").max(120, "Use 120 characters or fewer"),
  groupLabel: z.string().trim().max(120, "Use 120 characters or fewer").nullable().default(null),
  help: z.string().trim().max(500, "Use 500 characters or fewer").nullable().default(null),
});

const seen = z.object({ list, code, version: z.number().int() });

export const codeListRouter = router({
  list: areaProcedure.query(({ ctx }) => listCodeLists(ctx, ctx.area)),
  get: areaProcedure
    .input(z.object({ list }))
    .query(({ ctx, input }) => showCodeList(ctx, ctx.area, input.list)),
  add: areaProcedure
    .input(words.extend({ list }))
    .mutation(({ ctx, input }) => addCode(ctx, ctx.area, input)),
  change: areaProcedure
    .input(seen.extend(words.shape))
    .mutation(({ ctx, input }) => changeCode(ctx, ctx.area, input)),
  retire: areaProcedure
    .input(seen.extend({ isRetired: z.boolean() }))
    .mutation(({ ctx, input }) => retireCode(ctx, ctx.area, input)),
  move: areaProcedure
    .input(z.object({ list, code, to: z.enum(["up", "down"]) }))
    .mutation(({ ctx, input }) => moveCode(ctx, ctx.area, input)),
});
