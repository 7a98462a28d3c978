import { isUrn, type Urn } from "@alongside/domain/school";
import { mostStatements, mostWords, ratings, toSurveyId } from "@alongside/domain/survey";
import {
  closeSurvey,
  extendSurvey,
  getSurvey,
  keepAnswer,
  listSurveys,
  openSurvey,
  readSurveyWords,
  reviseSurvey,
  sendAnswer,
  showOwnSurvey,
  showSurveyResult,
  writeSurvey,
} from "@alongside/usecases/survey";
import { z } from "zod";
import { day } from "../day.ts";
import { areaProcedure, router } from "../trpc.ts";

const id = z.string().min(1).max(60).transform(toSurveyId);
const version = z.number().int().min(0);
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);
const words = {
  title: text(120).min(1, "Enter a title"),
  statements: z
    .array(z.object({ key: z.string().min(1).max(60), text: text(mostWords) }))
    .max(mostStatements, `Use ${mostStatements} statements or fewer`),
  question: text(mostWords).min(1, "Enter the question that is answered in words"),
};

const seen = z.object({ id, version });

const answer = seen.extend({
  urn: z.number("Choose a school").transform((value, ctx): Urn => {
    if (isUrn(value)) return value;
    ctx.addIssue("Choose a school");
    return z.NEVER;
  }),
  ratings: z
    .record(z.string().max(60), z.literal([...ratings]))
    .refine((given) => Object.keys(given).length <= mostStatements, "There are not that many"),
  words: text(2_000),
});

export const surveyRouter = router({
  list: areaProcedure.query(({ ctx }) => listSurveys(ctx, ctx.area)),
  get: areaProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => getSurvey(ctx, ctx.area, input.id)),
  words: areaProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => readSurveyWords(ctx, ctx.area, input.id)),
  own: areaProcedure.query(({ ctx }) => showOwnSurvey(ctx, ctx.area)),
  result: areaProcedure
    .input(z.object({ id: id.optional() }))
    .query(({ ctx, input }) => showSurveyResult(ctx, ctx.area, input)),
  write: areaProcedure
    .input(z.object({ academicYear: z.string().max(10), ...words }))
    .mutation(({ ctx, input }) => writeSurvey(ctx, ctx.area, input)),
  revise: areaProcedure
    .input(seen.extend(words))
    .mutation(({ ctx, input }) => reviseSurvey(ctx, ctx.area, input)),
  open: areaProcedure
    .input(seen.extend({ opensOn: day, closesOn: day }))
    .mutation(({ ctx, input }) => openSurvey(ctx, ctx.area, input)),
  extend: areaProcedure
    .input(seen.extend({ closesOn: day }))
    .mutation(({ ctx, input }) => extendSurvey(ctx, ctx.area, input)),
  close: areaProcedure.input(seen).mutation(({ ctx, input }) => closeSurvey(ctx, ctx.area, input)),
  keep: areaProcedure.input(answer).mutation(({ ctx, input }) => keepAnswer(ctx, ctx.area, input)),
  send: areaProcedure.input(answer).mutation(({ ctx, input }) => sendAnswer(ctx, ctx.area, input)),
});
