import type { Area } from "@alongside/db/views/area";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { listCodeEntries } from "@alongside/db/views/partnership";
import {
  cellAt,
  cellKey,
  factsWithin,
  figuresOf,
  guardFigures,
  type BoardFilter,
  type BoardTerms,
  type Facts,
  type Figure,
  type FigureId,
  type GuardedFigure,
  type Place,
  type Unit,
  unitOf,
} from "@alongside/domain/board";
import { maySeeBoard, maySeeExactFigures, type ZoneId } from "@alongside/domain/identity";
import type { SchoolGroup } from "@alongside/domain/partnership";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";
import { readFacts, type Records } from "./facts.ts";

export type BoardQuestion = {
  readonly zone?: ZoneId | undefined;
  readonly group?: SchoolGroup | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
};

const toFilter = ({ zone, group, from, to }: BoardQuestion): BoardFilter => ({
  zone: zone ?? null,
  group: group ?? null,
  from: from ?? null,
  to: to ?? null,
});

/** A figure as it goes over the wire: cells in the order of lines and columns. */
export type ShownFigure = {
  readonly id: string;
  /** What each column is counted in. */
  readonly units: readonly Unit[];
  readonly about: Figure["about"];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** A line for each row: the value, how many records it is made of, and whether it is hidden because they are few. */
  readonly cells: readonly (readonly {
    readonly value: number | null;
    readonly records: number;
    readonly isHidden: boolean;
  }[])[];
};

const shownOf = (figure: Figure | GuardedFigure): ShownFigure => {
  const { id, about, rows, columns } = figure;
  const units = columns.map((column) => unitOf(figure, column));
  const isHidden = (key: string) => "hidden" in figure && figure.hidden.has(key);
  const cells = rows.map((row) =>
    columns.map((column) => {
      const { value, of } = cellAt(figure, row, column);
      return { value, records: of.length, isHidden: isHidden(cellKey(row, column)) };
    }),
  );
  return { id, units, about, rows, columns, cells };
};

const termsOfBoard = async (ctx: Context, area: Area, facts: Facts) => {
  const [zones, entries] = await Promise.all([
    listOpenZonesOfArea(ctx.read, area.id),
    listCodeEntries(ctx.read, area.id, "expertise"),
  ]);
  const known = new Set([
    ...facts.needs.map((need) => need.area),
    ...facts.supply.flatMap(({ areas }) => areas),
  ]);
  const areas = entries.filter(({ code }) => known.has(code));
  const terms: BoardTerms = {
    zones: zones.map(({ id }) => id),
    areas: areas.map(({ code }) => code),
    today: todayOf(ctx),
  };
  return { terms, zones, areas: areas.map(({ code, label }) => ({ code, label })) };
};

/** For the partnership's staff: as it is. Undefined for everybody else. */
const exactFigures = (facts: Facts, terms: BoardTerms, question: BoardQuestion) =>
  figuresOf(factsWithin(facts, toFilter(question)), terms);

/**
 * For the board: the whole area and nothing finer, because two views that differ by one school would tell of that school,
 * and the parts of a small area are almost all small.
 */
const guardedFigures = (facts: Facts, terms: BoardTerms) =>
  guardFigures(exactFigures(facts, terms, {}));

export type BoardReading = {
  readonly isExact: boolean;
  readonly figures: readonly (Figure | GuardedFigure)[];
  readonly records: Records;
  /** Which school is in which zone. */
  readonly placed: readonly Place[];
  readonly zones: readonly { readonly id: ZoneId; readonly name: string }[];
  readonly areas: readonly { readonly code: string; readonly label: string }[];
};

/** The figures of an area as this reader may see them. Refuses `not-found` to everyone but the board and the staff. */
export const readBoard = async (
  ctx: Context,
  area: Area,
  question: BoardQuestion,
): Promise<BoardReading> => {
  found(maySeeBoard(ctx.actor, area.id) ? area : undefined);
  const isExact = maySeeExactFigures(ctx.actor, area.id);
  const { facts, records } = await readFacts(ctx.read, area, toInstant(ctx.now()));
  const { terms, zones, areas } = await termsOfBoard(ctx, area, facts);
  const figures = isExact ? exactFigures(facts, terms, question) : guardedFigures(facts, terms);
  return { isExact, figures, records, placed: [...facts.needs, ...facts.work], zones, areas };
};

/** The dashboard: every figure with its table, and the names of its lines. */
export const getBoard = async (ctx: Context, area: Area, question: BoardQuestion) => {
  const { isExact, figures, zones, areas } = await readBoard(ctx, area, question);
  return { isExact, asOf: toInstant(ctx.now()), zones, areas, figures: figures.map(shownOf) };
};

/** One figure by itself, for its page and its CSV. */
export const getFigure = async (
  ctx: Context,
  area: Area,
  question: BoardQuestion & { readonly figure: FigureId },
) => {
  const board = await getBoard(ctx, area, question);
  return { ...board, figure: found(board.figures.find(({ id }) => id === question.figure)) };
};
