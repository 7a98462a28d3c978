import { discardImport, getImport, listImports } from "@alongside/usecases/register";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const byId = z.object({ id: z.number().int().min(1) });

/** Files are brought in and confirmed under `/files/imports`; here they are looked at and set aside. */
export const importRouter = router({
  list: areaProcedure
    .input(
      z.object({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(100).default(50),
      }),
    )
    .query(({ ctx, input }) => listImports(ctx, ctx.area, input)),
  get: areaProcedure.input(byId).query(async ({ ctx, input }) => {
    const {
      summary,
      fileHash: _hash,
      startedBy: _by,
      ...row
    } = await getImport(ctx, ctx.area, input.id);
    const { notTaken, ...counts } = summary;
    return { ...row, summary: counts, notTaken: groupReasons(notTaken) };
  }),
  discard: areaProcedure
    .input(byId)
    .mutation(({ ctx, input }) => discardImport(ctx, ctx.area, input.id)),
});

const shownLines = 20;

type Left = { readonly line: number; readonly urn: string | null; readonly reason: string };

/** Lines that were not taken, by reason, the commonest first; the whole list is a file of its own. */
const groupReasons = (lines: readonly Left[]) =>
  [...Map.groupBy(lines, ({ reason }) => reason)]
    .map(([reason, left]) => ({ reason, count: left.length, first: left.slice(0, shownLines) }))
    .toSorted((one, other) => other.count - one.count);
