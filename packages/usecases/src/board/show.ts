import type { Area } from "@alongside/db/views/area";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { listBodies, listPublished } from "@alongside/db/views/meeting";
import { listCodeEntries, listTerms } from "@alongside/db/views/partnership";
import {
  factsWithin,
  figuresOf,
  guardFigures,
  guardOutcomes,
  publishedOf,
  shownOf,
  type BoardFilter,
  type BoardTerms,
  type Facts,
  type Figure,
  type FigureId,
  type Named,
  type Place,
} from "@alongside/domain/board";
import { maySeeBoard, maySeeExactFigures, type ZoneId } from "@alongside/domain/identity";
import type { SchoolGroup } from "@alongside/domain/partnership";
import { addDays, instantOf as toInstant, toTermWords } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";
import { readFacts, type Records } from "./facts.ts";
import { readOutcomes } from "./outcome.ts";
import { readRelease, type Release } from "./release.ts";

export type BoardQuestion = {
  readonly zone?: ZoneId | undefined;
  readonly group?: SchoolGroup | undefined;
  /** What was sent or opened in a term, or in the holidays after it. */
  readonly term?: string | undefined;
  /** An area group, for what it answers for. */
  readonly body?: string | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
};

type TermRow = Awaited<ReturnType<typeof listTerms>>[number];

/** From the first day of a term to the day before the next. */
const spanOf = (terms: readonly TermRow[], id: string | undefined) => {
  const at = terms.findIndex((term) => term.id === id);
  const next = terms[at + 1];
  return at < 0
    ? {}
    : {
        from: terms[at]?.startsOn,
        to: next === undefined ? undefined : addDays(next.startsOn, -1),
      };
};

type Setting = {
  readonly terms: BoardTerms;
  readonly named: Named & {
    readonly zones: readonly { readonly id: ZoneId; readonly name: string }[];
  };
  readonly rows: readonly TermRow[];
  readonly groups: Awaited<ReturnType<typeof listBodies>>;
};

const toFilter = (question: BoardQuestion, { rows, groups }: Setting): BoardFilter => {
  const span = spanOf(rows, question.term);
  const remit = groups.find(({ id }) => id === question.body)?.remit;
  return {
    zone: question.zone ?? null,
    group: question.group ?? remit?.group ?? null,
    zones: remit?.zones ?? [],
    from: question.from ?? span.from ?? null,
    to: question.to ?? span.to ?? null,
  };
};

/** What the figures and their lines are called by: zones, expertise areas that anyone asks for or gives, and terms. */
const settingOf = async (ctx: Context, area: Area, facts: Facts): Promise<Setting> => {
  const [zones, entries, rows, bodies] = await Promise.all([
    listOpenZonesOfArea(ctx.read, area.id),
    listCodeEntries(ctx.read, area.id, "expertise"),
    listTerms(ctx.read, area.id),
    listBodies(ctx.read, area.id),
  ]);
  const known = new Set([
    ...facts.needs.map((need) => need.area),
    ...facts.supply.flatMap(({ areas }) => areas),
  ]);
  const areas = entries.filter(({ code }) => known.has(code));
  return {
    terms: {
      zones: zones.map(({ id }) => id),
      areas: areas.map(({ code }) => code),
      terms: rows.map(({ id, startsOn }) => ({ id, startsOn })),
      today: todayOf(ctx),
    },
    named: {
      zones: zones.map(({ id, name }) => ({ id, name })),
      areas: areas.map(({ code, label }) => ({ code, label })),
      terms: rows.map(({ id, season, academicYear }) => ({
        id,
        name: toTermWords({ season, academicYear }),
      })),
    },
    rows,
    groups: bodies.filter(({ kind, closedOn }) => kind === "area-group" && closedOn === null),
  };
};

/** As it is, for the partnership's staff. */
const exactFigures = (facts: Facts, setting: Setting, question: BoardQuestion) =>
  figuresOf(factsWithin(facts, toFilter(question, setting)), setting.terms);

type BoardReading = {
  readonly figures: readonly Figure[];
  readonly records: Records;
  /** Which school is in which zone. */
  readonly placed: readonly Place[];
  readonly setting: Setting;
};

/**
 * For the board: the whole area and nothing finer, because two views that differ by one school would tell of that school,
 * and the parts of a small area are almost all small; and nothing that would tell, beside a pack that is out, of a small number.
 */
const guarded = async (ctx: Context, area: Area, exact: readonly Figure[]) =>
  guardFigures(exact, await listPublished(ctx.read, area.id));

/** The figures of an area as they are, with the records behind them. For the partnership's staff; `not-found` to everyone else. */
export const readBoard = async (
  ctx: Context,
  area: Area,
  question: BoardQuestion,
): Promise<BoardReading> => {
  found(maySeeExactFigures(ctx.actor, area.id) ? area : undefined);
  const { facts, records } = await readFacts(ctx.read, area, toInstant(ctx.now()));
  const setting = await settingOf(ctx, area, facts);
  const figures = exactFigures(facts, setting, question);
  return { figures, records, placed: [...facts.needs, ...facts.work], setting };
};

/** The whole board as it is shown. */
export type ShownBoard = Release & {
  readonly isExact: boolean;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
};

const atOnce = async (): Promise<void> => undefined;

const showExact = async (ctx: Context, area: Area, question: BoardQuestion) => {
  const { figures, records, setting } = await readBoard(ctx, area, question);
  return {
    isExact: true,
    asOf: toInstant(ctx.now()),
    ...setting.named,
    groups: setting.groups.map(({ id, name }) => ({ id, name })),
    figures: figures.map(shownOf),
    outcomes: await readOutcomes(ctx, records),
  };
};

/**
 * The dashboard: every figure with its table, the names of its lines, and what became of published measures. As it is for the staff; for the board
 * as it stood at the week's first look. Refuses `not-found` to everyone else.
 */
export const getBoard = async (
  ctx: Context,
  area: Area,
  question: BoardQuestion,
): Promise<ShownBoard> => {
  found(maySeeBoard(ctx.actor, area.id) ? area : undefined);
  if (maySeeExactFigures(ctx.actor, area.id)) return showExact(ctx, area, question);
  return {
    isExact: false,
    groups: [],
    ...(await readRelease(ctx, area, () => freezeFigures(ctx, area, atOnce))),
  };
};

/** One figure by itself, for its page and its CSV. */
export const getFigure = async (
  ctx: Context,
  area: Area,
  question: BoardQuestion & { readonly figure: FigureId },
) => {
  const { zones, areas, terms, figures } = await getBoard(ctx, area, question);
  return { zones, areas, terms, figure: found(figures.find(({ id }) => id === question.figure)) };
};

/** One step of long work is done; the work is given up where this throws. */
export type OnStep = (step: "facts" | "figures" | "outcomes") => Promise<void>;

/** Figures as the board may see them, of facts that are read already, with what they let out. */
export const freezeFacts = async (ctx: Context, area: Area, facts: Facts) => {
  const setting = await settingOf(ctx, area, facts);
  const exact = exactFigures(facts, setting, {});
  const figures = await guarded(ctx, area, exact);
  const published = publishedOf(exact, figures);
  return { named: setting.named, figures: figures.map(shownOf), published };
};

/**
 * The figures of an area as the board may see them, whoever asks, with what they let out: what a pack is frozen from. Says each step
 * before it begins.
 */
export const freezeFigures = async (ctx: Context, area: Area, onStep: OnStep) => {
  await onStep("facts");
  const { facts, records } = await readFacts(ctx.read, area, toInstant(ctx.now()));
  await onStep("figures");
  const frozen = await freezeFacts(ctx, area, facts);
  await onStep("outcomes");
  return { ...frozen, outcomes: guardOutcomes(await readOutcomes(ctx, records)) };
};
