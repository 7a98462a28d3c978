import { parseIsoDate } from "@alongside/domain/calendar";
import {
  concernTransitions,
  letterReaders,
  stages,
  toConcernId,
  type ConcernState,
} from "@alongside/domain/concern";
import { isUrn } from "@alongside/domain/school";
import {
  escalateConcern,
  getConcern,
  handleConcern,
  listConcerns,
  raiseConcernAbout,
  readConcern,
  recordConcernReply,
  resolveConcern,
  sendLetterAgain,
} from "@alongside/usecases/concern";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const id = z.string().min(1).max(80).transform(toConcernId);
const seen = z.object({ id, version: z.number().int().min(1) });
const words = (most: number, missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);

const day = z.string().transform((given, ctx) => {
  const date = parseIsoDate(given);
  if (date !== undefined) return date;
  ctx.addIssue("Enter a day, month and year");
  return z.NEVER;
});

const isState = (given: string): given is ConcernState => given in concernTransitions;

export const concernRouter = router({
  list: areaProcedure
    .input(
      z.object({
        states: z
          .array(z.string().max(40))
          .max(10)
          .transform((given) => given.filter(isState))
          .optional(),
      }),
    )
    .query(({ ctx, input }) => listConcerns(ctx, ctx.area, input)),
  get: areaProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => getConcern(ctx, ctx.area, input.id)),
  read: areaProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => readConcern(ctx, ctx.area, input.id)),
  raise: areaProcedure
    .input(
      z.object({
        urn: z.number("Choose a school").refine(isUrn, "Choose a school"),
        text: words(2_000, "Say what the concern is"),
        key: z.string().min(8).max(80).optional(),
      }),
    )
    .mutation(({ ctx, input }) => raiseConcernAbout(ctx, ctx.area, input)),
  handle: areaProcedure
    .input(seen.extend({ handling: words(2_000, "Say how it was taken up") }))
    .mutation(({ ctx, input }) => handleConcern(ctx, ctx.area, input)),
  escalate: areaProcedure
    .input(
      seen.extend({
        stage: z.literal([...stages]),
        reason: z.string().min(1, "Choose a reason").max(80),
        letter: words(5_000, "Write the letter"),
        replyBy: day,
        to: z.object({ head: z.string().max(320), chair: z.string().max(320) }).optional(),
      }),
    )
    .mutation(({ ctx, input }) => escalateConcern(ctx, ctx.area, input)),
  sendAgain: areaProcedure
    .input(z.object({ id, stage: z.literal([...stages]), reader: z.enum(letterReaders) }))
    .mutation(({ ctx, input }) => sendLetterAgain(ctx, ctx.area, input)),
  reply: areaProcedure
    .input(seen.extend({ text: words(5_000, "Say what the reply was") }))
    .mutation(({ ctx, input }) => recordConcernReply(ctx, ctx.area, input)),
  resolve: areaProcedure
    .input(seen.extend({ resolution: words(2_000, "Say how it came to its end") }))
    .mutation(({ ctx, input }) => resolveConcern(ctx, ctx.area, input)),
});
