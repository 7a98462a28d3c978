import { all, partWord, type FigureId, type Unit } from "@alongside/domain/board";
import { counted, figure as toFigure } from "../../ui/index.ts";
import type { Board, ShownFigure } from "./data.ts";

const pounds = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "GBP",
  maximumFractionDigits: 0,
});

/** A value in the words of its unit: half-days as days, pence as pounds. */
export const valueWords = (value: number, unit: Unit): string => {
  if (unit === "half-days") return toFigure(value / 2);
  if (unit === "pence") return pounds.format(value / 100);
  if (unit === "index") return value.toFixed(2);
  return toFigure(Math.round(value * 10) / 10);
};

export type ShownCell = {
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  readonly text: string;
  readonly hasRecords: boolean;
  readonly isHidden: boolean;
};

/** A cell by its line and column. */
export const cellOf = (figure: ShownFigure, row: string, column: string): ShownCell => {
  const place = figure.columns.indexOf(column);
  const cell = figure.cells[figure.rows.indexOf(row)]?.[place];
  const value = cell?.value ?? null;
  const unit = figure.units[place] ?? "count";
  const isHidden = cell?.isHidden === true;
  const text = isHidden ? "hidden" : value === null ? "–" : valueWords(value, unit);
  return { row, column, value, text, hasRecords: (cell?.records ?? 0) > 0, isHidden };
};

const textAt = (figure: ShownFigure, row: string, column: string) =>
  cellOf(figure, row, column).text;
const valueAt = (figure: ShownFigure, row: string, column: string) =>
  cellOf(figure, row, column).value ?? 0;

const isPart = (row: string) => row !== all;

const largest = (figure: ShownFigure, column: string): string | undefined =>
  figure.rows
    .filter((row) => isPart(row) && valueAt(figure, row, column) > 0)
    .toSorted((one, other) => valueAt(figure, other, column) - valueAt(figure, one, column))[0];

type Finder = (figure: ShownFigure, board: Board) => string;

const needsWord = (count: number) => counted(count, "need");

const findings: Readonly<Record<FigureId, Finder>> = {
  "needs-by-stage": (figure) =>
    `${needsWord(valueAt(figure, all, all))} so far, ${textAt(figure, "agreed", all)} agreed`,
  "needs-by-zone": (figure, board) => {
    const most = largest(figure, all);
    const waiting = `${needsWord(valueAt(figure, all, all))} wait`;
    return most === undefined ? waiting : `${waiting}, most of them in ${partWord(most, board)}`;
  },
  "time-to-match": (figure) =>
    cellOf(figure, all, "median").value === null
      ? "No need has been matched yet"
      : `Half of the needs were matched within ${textAt(figure, all, "median")} days, nine in ten within ${textAt(figure, all, "ninetieth")}`,
  "neediest-first": (figure) => {
    const cell = cellOf(figure, all, "passed-over");
    if (cell.isHidden) return "A few needs were passed over by lesser ones";
    return cell.value === 0
      ? "No need was passed over by a lesser one"
      : `${needsWord(cell.value ?? 0)} passed over by a lesser one`;
  },
  "unmet-needs": (figure, board) => {
    const cause = largest(figure, all);
    return cause === undefined
      ? "No need waits"
      : `The commonest reason to wait: ${partWord(cause, board).toLowerCase()}`;
  },
  "days-by-stage": (figure) =>
    `${textAt(figure, all, "delivered")} days delivered, ${textAt(figure, all, "published")} free`,
  demand: (figure, board) => {
    const most = largest(figure, all);
    return most === undefined
      ? "Nobody waits for days"
      : `Most days are asked for in ${partWord(most, board).toLowerCase()}`;
  },
  supply: (figure) => `${textAt(figure, all, all)} days are free`,
  "load-spread": (figure) =>
    `Half of the leaders give ${textAt(figure, all, "median")} days or fewer, one gives ${textAt(figure, all, "most")}`,
  objectives: (figure) =>
    `${counted(valueAt(figure, all, "met"), "objective")} met, ${textAt(figure, all, "partly-met")} partly`,
  "follow-ups": (figure) =>
    `${textAt(figure, "kept", all)} of ${textAt(figure, all, all)} schools say that it is still there`,
  cost: (figure) =>
    cellOf(figure, all, "per-day").value === null
      ? "No day has been delivered yet"
      : `${textAt(figure, all, "per-day")} for a day, ${textAt(figure, all, "per-objective-met")} for an objective met`,
  freshness: (figure) =>
    `${textAt(figure, "in-date", all)} of ${textAt(figure, all, all)} lines of capacity are in date`,
};

/** What a figure shows, in one sentence. */
export const findingOf = (id: FigureId, figure: ShownFigure, board: Board): string =>
  findings[id](figure, board);
