import type { Area } from "@alongside/db/views/area";
import {
  countHeads,
  countSentAnswers,
  listSentAnswers,
  listSurveysOf,
  type SurveyRow,
} from "@alongside/db/views/survey";
import { academicYearOf } from "@alongside/domain/calendar";
import { mayAdministerArea, maySeeBoard } from "@alongside/domain/identity";
import { stageOf, surveyTransitions, type SurveyId } from "@alongside/domain/survey";
import { authorise, found, todayOf, type Context } from "../context/index.ts";
import { datesOf, keepSurvey } from "./place.ts";

const lineOf = (ctx: Context, row: SurveyRow) => ({
  id: row.id,
  version: row.version,
  academicYear: row.academicYear,
  title: row.title,
  state: row.state,
  stage: stageOf({ state: row.state, ...datesOf(row) }, todayOf(ctx)),
  opensOn: row.opensOn,
  closesOn: row.closesOn,
});

/** The surveys of an area for those who write them, with how many heads have answered. Refuses `not-allowed`. */
export const listSurveys = async (ctx: Context, area: Area) => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const [rows, sent, heads] = await Promise.all([
    listSurveysOf(ctx.read, area.id),
    countSentAnswers(ctx.read, area.id),
    countHeads(ctx.read, area.id),
  ]);
  const academicYear = academicYearOf(todayOf(ctx));
  const [last] = rows;
  return {
    today: todayOf(ctx),
    academicYear,
    hasThisYears: rows.some((row) => row.academicYear === academicYear),
    mayReadResults: maySeeBoard(ctx.actor, area.id),
    /** What a new survey begins with: last time’s words, so that years can be compared. */
    model:
      last === undefined
        ? null
        : { title: last.title, statements: last.statements, question: last.question },
    heads,
    surveys: rows.map((row) => ({
      ...lineOf(ctx, row),
      answers: sent.find(({ surveyId }) => surveyId === row.id)?.sent ?? 0,
    })),
  };
};

/** One survey as it is written, for those who write it. */
export const getSurvey = async (ctx: Context, area: Area, id: SurveyId) => {
  const row = await keepSurvey(ctx, ctx.read, { area, id });
  const next = surveyTransitions[row.state];
  return {
    ...lineOf(ctx, row),
    today: todayOf(ctx),
    statements: row.statements,
    question: row.question,
    may: {
      revise: next.revise.length > 0,
      open: next.open.length > 0,
      extend: next.extend.length > 0,
      close: next.close.length > 0,
      readResults: maySeeBoard(ctx.actor, area.id),
    },
  };
};

/**
 * What heads wrote in their own words, without name, school or zone, in no order that tells whose it is: for administrators, once the survey is
 * over. `not-found` before.
 */
export const readSurveyWords = async (ctx: Context, area: Area, id: SurveyId) => {
  const row = await keepSurvey(ctx, ctx.read, { area, id });
  const { stage } = lineOf(ctx, row);
  found(stage === "over" ? row : undefined);
  const answers = await listSentAnswers(ctx.read, id);
  return {
    question: row.question,
    words: answers.flatMap(({ words }) => (words === "" ? [] : [words])),
  };
};
