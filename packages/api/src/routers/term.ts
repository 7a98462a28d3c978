import { seasons } from "@alongside/domain/calendar";
import { isAcademicYear } from "@alongside/domain/partnership";
import { isIsoDate } from "@alongside/domain/school";
import { listTerms, openYear, saveYear } from "@alongside/usecases/partnership";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const date = z.string().refine(isIsoDate, "Enter a date, such as 2 9 2026");

const academicYear = z.string().refine(isAcademicYear, "Enter an academic year");

const term = z.object({
  season: z.enum(seasons),
  startsOn: date,
  halfOn: date,
  endsOn: date,
  version: z.number().int().min(0),
});

const year = z.object({ academicYear, terms: z.array(term).min(1).max(3) });

export const termRouter = router({
  list: areaProcedure.query(({ ctx }) => listTerms(ctx, ctx.area)),
  year: areaProcedure
    .input(z.object({ academicYear: z.string().max(10) }))
    .query(({ ctx, input }) => openYear(ctx, ctx.area, input.academicYear)),
  saveYear: areaProcedure.input(year).mutation(({ ctx, input }) => {
    const terms = input.terms.map((each) => ({ ...each, academicYear: input.academicYear }));
    return saveYear(ctx, ctx.area, { terms });
  }),
});
