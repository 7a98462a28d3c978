import type { Figure, Unit } from "./figure.ts";
import { all, cellAt, cellKey, unitOf } from "./figure.ts";
import type { GuardedFigure } from "./reader.ts";

/** A figure as it is shown, kept and sent: cells in the order of lines and columns. */
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

export const shownOf = (figure: Figure | GuardedFigure): ShownFigure => {
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

/** The column that a drawing of one column shows, where it is not the first: the one that the finding is about. */
const wanted: ReadonlyMap<string, string> = new Map([
  ["needs-by-group", "waiting"],
  ["days-over-time", "delivered"],
]);

/** The column of a figure that is drawn as bars, on a page and on paper: the sum, the one that the finding is about, or the first. */
export const drawnColumnOf = ({ id, columns }: Pick<ShownFigure, "id" | "columns">): string =>
  columns.includes(all)
    ? all
    : (columns.find((column) => column === wanted.get(id)) ?? columns[0] ?? all);
