import { recordAnswer, recordNewAnswers } from "@alongside/db/stores/survey";
import type { Area } from "@alongside/db/views/area";
import { findAnswer, findSchoolKind, findSurvey, listSurveysOf } from "@alongside/db/views/survey";
import { listZoneIdsOfSchool } from "@alongside/db/views/identity-place";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { isHeadOf } from "@alongside/domain/identity";
import { phaseGroupOf } from "@alongside/domain/partnership";
import type { Urn } from "@alongside/domain/school";
import {
  completeRatings,
  knownRatings,
  stageOf,
  type Ratings,
  type SurveyId,
} from "@alongside/domain/survey";
import {
  authorise,
  found,
  orRefuse,
  record,
  refuse,
  todayOf,
  type Context,
} from "../context/index.ts";
import { personOf } from "../impact/reading.ts";
import { refuseChanged } from "../partnership/changed-since.ts";
import { headedBy } from "../review/invitation.ts";
import { datesOf } from "./place.ts";

export type SurveyAnswer = {
  readonly id: SurveyId;
  readonly urn: Urn;
  /** 0 where nothing is kept yet. */
  readonly version: number;
  readonly ratings: Ratings;
  readonly words: string;
};

/**
 * Keeps an answer as it stands, or sends it. For the head of the school alone: nobody answers on behalf of a head, for it is the partnership that is
 * judged. What was sent can be sent anew until the survey is over. Refuses `survey-shut`, `changed-since`, and an answer that is not whole
 * (`answers-left`).
 */
const putAnswer = (
  ctx: Context,
  area: Area,
  input: SurveyAnswer & { readonly isSent: boolean },
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { id, urn, version, isSent } = input;
    const survey = found(await findSurvey(tx, area.id, id));
    found(survey.state === "draft" ? undefined : survey);
    const school = found(await findSchoolKind(tx, area.id, urn));
    authorise(isHeadOf(ctx.actor, { areaId: area.id, urn }));
    if (stageOf({ state: survey.state, ...datesOf(survey) }, todayOf(ctx)) !== "running")
      refuse({ kind: "survey-shut" });
    const before = await findAnswer(tx, id, urn);
    const about = { entity: "survey-answer", entityId: `${id} ${urn}` };
    if ((before?.version ?? 0) !== version)
      await refuseChanged(tx, { ...about, version: before?.version ?? 0 });
    const { statements } = survey;
    const ratings = isSent
      ? orRefuse(completeRatings(statements, input.ratings))
      : knownRatings(statements, input.ratings);
    const at = toInstant(ctx.now());
    const answer = {
      ratings,
      words: input.words.trim(),
      answeredBy: personOf(ctx),
      changedAt: at,
      sentAt: isSent ? at : (before?.sentAt ?? null),
      zoneId: (await listZoneIdsOfSchool(tx, area.id, urn))[0] ?? null,
      phaseGroup: phaseGroupOf(school),
    };
    // A draft beside what was sent would change what is counted before the head says so.
    if (!isSent && (before?.sentAt ?? null) !== null) refuse({ kind: "survey-answered" });
    if (before === undefined) await recordNewAnswers(tx, [{ surveyId: id, urn, ...answer }]);
    else await recordAnswer(tx, before, answer);
    await record(ctx, tx, {
      areaId: area.id,
      ...about,
      entityVersion: version + 1,
      kind: isSent ? "survey-answer-sent" : "survey-answer-kept",
      payload: {},
    });
    return { version: version + 1 };
  });

/** Keeps what a head has answered so far. */
export const keepAnswer = (ctx: Context, area: Area, input: SurveyAnswer) =>
  putAnswer(ctx, area, { ...input, isSent: false });

/** Sends the answer of a school, whole. */
export const sendAnswer = (ctx: Context, area: Area, input: SurveyAnswer) =>
  putAnswer(ctx, area, { ...input, isSent: true });

/** The survey that runs, with what the actor has answered for each of the own schools; none where none runs, or where the actor heads no school. */
export const showOwnSurvey = async (ctx: Context, area: Area) => {
  const urns = headedBy(ctx, area);
  const survey = (await listSurveysOf(ctx.read, area.id)).find(
    (row) => stageOf({ state: row.state, ...datesOf(row) }, todayOf(ctx)) === "running",
  );
  if (survey === undefined || urns.length === 0) return { survey: null, schools: [] };
  const { id, academicYear, title, statements, question, closesOn } = survey;
  return {
    survey: { id, academicYear, title, statements, question, closesOn },
    schools: await Promise.all(
      urns.map(async (urn) => {
        const answer = await findAnswer(ctx.read, id, urn);
        return {
          urn,
          name: found(await findSchoolKind(ctx.read, area.id, urn)).name,
          version: answer?.version ?? 0,
          ratings: answer?.ratings ?? {},
          words: answer?.words ?? "",
          sentAt: answer?.sentAt ?? null,
        };
      }),
    ),
  };
};
