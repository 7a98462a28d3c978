import type { Write } from "@alongside/db";
import { recordNewSurvey, recordSurvey } from "@alongside/db/stores/survey";
import type { Area } from "@alongside/db/views/area";
import { listSurveysOf, type SurveyRow } from "@alongside/db/views/survey";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { mayAdministerArea } from "@alongside/domain/identity";
import { isAcademicYear } from "@alongside/domain/partnership";
import type { IsoDate } from "@alongside/domain/school";
import {
  checkSurveyDates,
  faultOfStatements,
  moveSurvey,
  toSurveyId,
  type Statement,
  type SurveyCommand,
  type SurveyDates,
  type SurveyId,
  type SurveyState,
} from "@alongside/domain/survey";
import { authorise, orRefuse, record, refuse, todayOf, type Context } from "../context/index.ts";
import { personOf } from "../impact/reading.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { keepSurvey } from "./place.ts";

/** What heads are asked: statements to rate, and one question that is answered in words. */
export type SurveyWords = {
  readonly title: string;
  readonly statements: readonly Statement[];
  readonly question: string;
};

export type SurveySeen = { readonly id: SurveyId; readonly version: number };
export type SurveyChanged = SurveySeen & { readonly state: SurveyState };

const tidied = ({ title, statements, question }: SurveyWords): SurveyWords => ({
  title: title.trim(),
  question: question.trim(),
  statements: statements.map(({ key, text }) => ({ key: key.trim(), text: text.trim() })),
});

const requireWords = ({ title, statements, question }: SurveyWords): void => {
  const fault = faultOfStatements(statements);
  const fields = {
    ...(title === "" ? { title: "Enter a title" } : {}),
    ...(fault === undefined ? {} : { statements: fault }),
    ...(question === "" ? { question: "Enter the question that is answered in words" } : {}),
  };
  if (Object.keys(fields).length > 0) refuse({ kind: "invalid-input", fields });
};

/** Writes a survey for an academic year, as a draft. Refuses words that are missing (`invalid-input`) and a year that has one (`already-exists`). */
export const writeSurvey = (
  ctx: Context,
  area: Area,
  input: SurveyWords & { readonly academicYear: string },
): Promise<SurveySeen> =>
  ctx.write(async (tx) => {
    authorise(mayAdministerArea(ctx.actor, area.id));
    const { academicYear } = input;
    if (!isAcademicYear(academicYear))
      refuse({ kind: "invalid-input", fields: { academicYear: "Enter a year such as 2026-27" } });
    const words = tidied(input);
    requireWords(words);
    const before = await listSurveysOf(tx, area.id);
    if (before.some((survey) => survey.academicYear === academicYear))
      refuse({ kind: "already-exists", field: "academicYear" });
    const id = toSurveyId(ctx.newId());
    await recordNewSurvey(tx, {
      id,
      areaId: area.id,
      academicYear,
      ...words,
      state: "draft",
      writtenBy: personOf(ctx),
      createdAt: toInstant(ctx.now()),
    });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "survey",
      entityId: id,
      entityVersion: 1,
      kind: "survey-written",
      payload: { academicYear },
    });
    return { id, version: 1 };
  });

type Change = {
  readonly command: SurveyCommand;
  readonly kind: string;
  readonly values: Parameters<typeof recordSurvey>[2];
  readonly payload?: Readonly<Record<string, unknown>>;
  /** What else must hold of the survey as it stands. */
  readonly check?: (row: SurveyRow) => void;
};

const changeIn = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly seen: SurveySeen; readonly change: Change },
): Promise<SurveyChanged> => {
  const { area, seen, change } = given;
  const row = await keepSurvey(ctx, tx, { area, id: seen.id });
  const { id, version } = row;
  await requireVersion(tx, { entity: "survey", entityId: id, version }, seen.version);
  const state = orRefuse(moveSurvey(row.state, change.command));
  change.check?.(row);
  await recordSurvey(tx, row, { ...change.values, state });
  await record(ctx, tx, {
    areaId: area.id,
    entity: "survey",
    entityId: id,
    entityVersion: version + 1,
    kind: change.kind,
    payload: change.payload ?? {},
  });
  return { id, version: version + 1, state };
};

/** Changes the words of a draft. Refuses `wrong-state` once heads may answer, and `changed-since`. */
export const reviseSurvey = (
  ctx: Context,
  area: Area,
  input: SurveySeen & SurveyWords,
): Promise<SurveyChanged> =>
  ctx.write((tx) => {
    const words = tidied(input);
    requireWords(words);
    const change: Change = { command: "revise", kind: "survey-revised", values: words };
    return changeIn(ctx, tx, { area, seen: input, change });
  });

/** Opens a survey to the heads of the area from one day to another; the clock sends its letters. Refuses `survey-dates-wrong`. */
export const openSurvey = (
  ctx: Context,
  area: Area,
  input: SurveySeen & SurveyDates,
): Promise<SurveyChanged> =>
  ctx.write((tx) => {
    const dates = orRefuse(checkSurveyDates(input, todayOf(ctx)));
    const change: Change = {
      command: "open",
      kind: "survey-opened",
      values: dates,
      payload: dates,
    };
    return changeIn(ctx, tx, { area, seen: input, change });
  });

/** Gives an open survey another last day. Refuses `survey-dates-wrong`. */
export const extendSurvey = (
  ctx: Context,
  area: Area,
  input: SurveySeen & { readonly closesOn: IsoDate },
): Promise<SurveyChanged> =>
  ctx.write((tx) => {
    const { closesOn } = input;
    const change: Change = {
      command: "extend",
      kind: "survey-extended",
      values: { closesOn },
      payload: { closesOn },
      check: ({ opensOn }) =>
        void orRefuse(checkSurveyDates({ opensOn: opensOn ?? closesOn, closesOn }, todayOf(ctx))),
    };
    return changeIn(ctx, tx, { area, seen: input, change });
  });

/** Ends an open survey for good; its results can be read from then on. */
export const closeSurvey = (ctx: Context, area: Area, seen: SurveySeen): Promise<SurveyChanged> =>
  ctx.write((tx) => {
    const change: Change = { command: "close", kind: "survey-closed", values: {} };
    return changeIn(ctx, tx, { area, seen, change });
  });
