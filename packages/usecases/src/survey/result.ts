import type { Area } from "@alongside/db/views/area";
import {
  listSentAnswers,
  listSurveysOf,
  namesOfZones,
  type SurveyRow,
} from "@alongside/db/views/survey";
import { maySeeBoard } from "@alongside/domain/identity";
import { stageOf, surveyResult, type SurveyId, type SurveyResult } from "@alongside/domain/survey";
import { found, todayOf, type Context } from "../context/index.ts";
import { datesOf } from "./place.ts";

const resultOf = async (ctx: Context, survey: SurveyRow): Promise<SurveyResult> => {
  const answers = await listSentAnswers(ctx.read, survey.id);
  return surveyResult(
    survey.statements,
    answers.map(({ ratings, zoneId, phaseGroup }) => ({
      ratings,
      zone: zoneId,
      phase: phaseGroup,
    })),
  );
};

/** Share of all heads who agree with each statement in a survey, by the key of the statement. */
const sharesOf = (result: SurveyResult): Readonly<Record<string, number | null>> =>
  Object.fromEntries(
    result.cells
      .filter(({ group }) => group.by === "all")
      .map(({ statement, agreeing }) => [statement, agreeing]),
  );

/**
 * What heads said of the partnership's commitments, for everyone, by zone and by phase, beside the survey before: for the board and the partnership's
 * staff, once a survey is over, so that no answer can be seen coming in. Small numbers are hidden from all of them. Without an id, the latest.
 */
export const showSurveyResult = async (
  ctx: Context,
  area: Area,
  question: { readonly id?: SurveyId | undefined },
) => {
  found(maySeeBoard(ctx.actor, area.id) ? true : undefined);
  const [rows, zones] = await Promise.all([
    listSurveysOf(ctx.read, area.id),
    namesOfZones(ctx.read, area.id),
  ]);
  const over = rows.filter(
    (row) => stageOf({ state: row.state, ...datesOf(row) }, todayOf(ctx)) === "over",
  );
  const surveys = over.map(({ id, academicYear, title }) => ({ id, academicYear, title }));
  if (over.length === 0 && question.id === undefined) return { surveys, shown: null };
  const at = question.id === undefined ? 0 : over.findIndex(({ id }) => id === question.id);
  const survey = found(over[at]);
  const before = over[at + 1];
  const result = await resultOf(ctx, survey);
  const names = new Map<string, string>(zones.map(({ id, name }) => [id, name]));
  return {
    surveys,
    shown: {
      id: survey.id,
      academicYear: survey.academicYear,
      title: survey.title,
      statements: survey.statements,
      closedOn: survey.closesOn,
      groups: result.groups.map(({ group, heads }) => ({
        ...group,
        label: names.get(group.name) ?? null,
        heads,
      })),
      cells: result.cells,
      before:
        before === undefined
          ? null
          : { academicYear: before.academicYear, agreeing: sharesOf(await resultOf(ctx, before)) },
    },
  };
};

export type ShownSurvey = NonNullable<Awaited<ReturnType<typeof showSurveyResult>>["shown"]>;
