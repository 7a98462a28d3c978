import { figureIds } from "@alongside/domain/board";
import { parseIsoDate } from "@alongside/domain/calendar";
import { toId, type ZoneId } from "@alongside/domain/identity";
import { getBoard, getBoardRecords } from "@alongside/usecases/board";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

/** A part that makes no sense is left out, as in every address. */
export const boardQuestion = z.object({
  zone: z
    .string()
    .max(80)
    .transform((id) => toId<ZoneId>(id))
    .optional()
    .catch(undefined),
  group: z.enum(["primary", "secondary", "special"]).optional().catch(undefined),
  term: z.string().max(80).optional().catch(undefined),
  body: z.string().max(80).optional().catch(undefined),
  from: z.string().transform(parseIsoDate).optional().catch(undefined),
  to: z.string().transform(parseIsoDate).optional().catch(undefined),
});

/** The question that the address of a file asks. */
export const boardQuestionInAddress = (search: URLSearchParams) =>
  boardQuestion.parse(Object.fromEntries(search));

const place = boardQuestion.extend({
  figure: z.enum(figureIds),
  row: z.string().max(80),
  column: z.string().max(80),
});

export const boardRouter = router({
  get: areaProcedure.input(boardQuestion).query(({ ctx, input }) => getBoard(ctx, ctx.area, input)),
  records: areaProcedure
    .input(place)
    .query(({ ctx, input }) => getBoardRecords(ctx, ctx.area, input)),
});
