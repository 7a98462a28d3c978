import { recordNewAnswers, recordNewSurvey } from "@alongside/db/stores/survey";
import type { Write } from "@alongside/db";
import { startOfLondonDay, instantOf } from "@alongside/domain/calendar";
import { record, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationSurvey } from "../history/index.ts";
import { actedBy } from "./capacity.ts";

type Loading = { readonly area: DemonstrationArea; readonly survey: DemonstrationSurvey };

const loadSurvey = async (ctx: Context, tx: Write, { area, survey }: Loading): Promise<void> => {
  const { answers, by, ...words } = survey;
  const createdAt = instantOf(Date.parse(startOfLondonDay(survey.opensOn)));
  const about = { areaId: area.id, entity: "survey", entityId: survey.id };
  await recordNewSurvey(tx, {
    ...words,
    areaId: area.id,
    state: "closed",
    writtenBy: by,
    createdAt,
    version: 3,
  });
  const { academicYear, opensOn, closesOn } = survey;
  const steps = [
    ["survey-written", { academicYear }],
    ["survey-opened", { opensOn, closesOn }],
    ["survey-closed", {}],
  ] as const;
  for (const [at, [kind, payload]] of steps.entries())
    await record(actedBy(ctx, by, createdAt), tx, {
      ...about,
      entityVersion: at + 1,
      kind,
      payload,
    });
  await recordNewAnswers(
    tx,
    answers.map(({ by: answeredBy, sentAt, ...answer }) => ({
      surveyId: survey.id,
      ...answer,
      answeredBy,
      changedAt: sentAt,
      sentAt,
    })),
  );
  for (const { urn, by: answeredBy, sentAt } of answers)
    await record(actedBy(ctx, answeredBy, sentAt), tx, {
      areaId: area.id,
      entity: "survey-answer",
      entityId: `${survey.id} ${urn}`,
      entityVersion: 1,
      kind: "survey-answer-sent",
    });
};

/** Writes the invented surveys of the years that are over, with what heads answered. */
export const loadSurveys = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const survey of area.history.surveys) await loadSurvey(ctx, tx, { area, survey });
  });
