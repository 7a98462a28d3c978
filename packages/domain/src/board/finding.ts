import { all, type Unit } from "./figure.ts";
import type { FigureId } from "./figures.ts";
import type { Outcome } from "./outcome.ts";
import type { ShownFigure } from "./shown.ts";
import { partWord, type Named } from "./words.ts";

const english = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const toFigure = (value: number): string => english.format(value).replace("-", "−");
const counted = (count: number, one: string): string =>
  `${english.format(count)} ${count === 1 ? one : `${one}s`}`;

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

/** A number in a sentence: one that is hidden is `some`. */
const textAt = (figure: ShownFigure, row: string, column: string): string => {
  const { isHidden, text } = cellOf(figure, row, column);
  return isHidden ? "some" : text;
};

const countAt = (figure: ShownFigure, place: readonly [string, string], one: string): string => {
  const { isHidden, value } = cellOf(figure, ...place);
  return isHidden ? `some ${one}s` : counted(value ?? 0, one);
};

const isPart = (row: string) => row !== all;

/** The line with the most of a column; undefined when there is none, and when one that is hidden could be it. */
const largest = (figure: ShownFigure, column: string): string | undefined => {
  const cells = figure.rows.filter(isPart).map((row) => cellOf(figure, row, column));
  if (cells.some(({ isHidden }) => isHidden)) return undefined;
  return cells
    .filter(({ value }) => (value ?? 0) > 0)
    .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))[0]?.row;
};

/** The last line of a figure over time, before the sum. */
const latest = (figure: ShownFigure): string | undefined => figure.rows.findLast(isPart);

const inTerm = (named: Named, row: string): string => partWord(row, named).toLowerCase();

type Finder = (figure: ShownFigure, named: Named) => string;

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const findings: Readonly<Record<FigureId, Finder>> = {
  "needs-by-stage": (figure) =>
    `${countAt(figure, [all, all], "need")} so far, ${textAt(figure, "agreed", all)} agreed`,
  "needs-by-zone": (figure, named) => {
    const most = largest(figure, all);
    const waiting = `${countAt(figure, [all, all], "need")} wait`;
    return most === undefined ? waiting : `${waiting}, most of them in ${partWord(most, named)}`;
  },
  "needs-by-group": (figure, named) => {
    const most = largest(figure, "waiting");
    return most === undefined
      ? `${countAt(figure, [all, "waiting"], "need")} wait, over all phases`
      : `Most needs that wait are of one phase: ${partWord(most, named).toLowerCase()}`;
  },
  "needs-over-time": (figure, named) => {
    const last = latest(figure);
    return last === undefined
      ? "No need was sent yet"
      : `${countAt(figure, [last, "asked"], "need")} sent in the ${inTerm(named, last)}, ${textAt(figure, last, "matched")} of them matched`;
  },
  "time-to-match": (figure) =>
    cellOf(figure, all, "median").value === null
      ? "Too few needs were matched to say how long it takes"
      : `Half of the needs were matched within ${textAt(figure, all, "median")} days, nine in ten within ${textAt(figure, all, "ninetieth")}`,
  "neediest-first": (figure) => {
    const cell = cellOf(figure, all, "passed-over");
    if (cell.isHidden) return "Some needs were passed over by lesser ones";
    return cell.value === 0
      ? "No need was passed over by a lesser one"
      : `${counted(cell.value ?? 0, "need")} passed over by a lesser one`;
  },
  "unmet-needs": (figure, named) => {
    const cause = largest(figure, all);
    return cause === undefined
      ? `${countAt(figure, [all, all], "need")} wait`
      : `The commonest reason to wait: ${partWord(cause, named).toLowerCase()}`;
  },
  "days-by-stage": (figure) =>
    `${textAt(figure, all, "delivered")} days delivered, ${textAt(figure, all, "published")} free`,
  "days-over-time": (figure, named) => {
    const most = largest(figure, "delivered");
    return most === undefined
      ? "Days promised and given, term by term"
      : `Most days were delivered in the ${inTerm(named, most)}`;
  },
  demand: (figure, named) => {
    const most = largest(figure, all);
    return most === undefined
      ? `${textAt(figure, all, all)} days are asked for`
      : `Most days are asked for in ${partWord(most, named).toLowerCase()}`;
  },
  supply: (figure) => `${textAt(figure, all, all)} days are free`,
  "load-spread": (figure) =>
    `Half of the leaders give ${textAt(figure, all, "median")} days or fewer, one gives ${textAt(figure, all, "most")}`,
  objectives: (figure) =>
    `${countAt(figure, [all, "met"], "objective")} met, ${textAt(figure, all, "partly-met")} partly`,
  "objectives-over-time": (figure, named) => {
    const most = largest(figure, "met");
    return most === undefined
      ? "Objectives by the term in which their work was opened"
      : `Most objectives were met by work opened in the ${inTerm(named, most)}`;
  },
  "follow-ups": (figure) =>
    `${textAt(figure, "kept", all)} of ${textAt(figure, all, all)} schools say that it is still there`,
  cost: (figure) => {
    const [day, objective] = ["per-day", "per-objective-met"].map((column) =>
      cellOf(figure, all, column),
    );
    if (day === undefined || day.value === null)
      return "Too few days were delivered to say what one costs";
    return objective === undefined || objective.value === null
      ? `${day.text} for a day`
      : `${day.text} for a day, ${objective.text} for an objective met`;
  },
  conflicts: (figure) => {
    const open = cellOf(figure, "found", all);
    if (open.isHidden) return "Some conflicts of interest wait for a decision";
    return open.value === 0
      ? "No conflict of interest waits for a decision"
      : `${counted(open.value ?? 0, "conflict")} of interest to be decided`;
  },
  freshness: (figure) =>
    `${textAt(figure, "in-date", all)} of ${textAt(figure, all, all)} lines of capacity are in date`,
};

/** What a figure shows, in one sentence. */
export const findingOf = (id: FigureId, figure: ShownFigure, named: Named): string =>
  capital(findings[id](figure, named));

const points = (value: number): string => toFigure(Math.round(value * 10) / 10);

/** What a measure did beside schools alike, with its interval and how far it can be trusted, in one sentence. */
export const outcomeFinding = (outcome: Outcome): string => {
  const { effect, schools } = outcome;
  if (effect === null || schools === null) return `${outcome.label}: too few schools to be shown`;
  const { value, low, high } = effect;
  const way =
    value === 0 ? "no differently" : `${points(Math.abs(value))} ${value > 0 ? "more" : "less"}`;
  const doubt = outcome.isClear ? "" : ": it could be chance";
  return `${outcome.label} changed ${way} at ${counted(schools, "school")} with support than at schools alike (${points(low)} to ${points(high)})${doubt}`;
};
