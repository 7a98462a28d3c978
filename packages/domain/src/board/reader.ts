import type { Sum } from "./attack.ts";
import { all, cellAt, cellKey, cellName, type Cell, type Figure } from "./figure.ts";
import { suppress } from "./suppress.ts";

const hiddenCell: Cell = { value: null, of: [] };

/** A figure for somebody outside the partnership's staff: some cells are hidden, and no record stands behind any. */
export type GuardedFigure = Figure & { readonly hidden: ReadonlySet<string> };

/**
 * Outside the staff a figure that crosses two parts is read along one of them: in an area of a hundred schools almost every
 * cell of a cross is small, and hiding them would hide their sums as well.
 */
export const withoutCross = (figure: Figure): Figure => {
  if (!figure.columns.includes(all)) return figure;
  const names = new Set(figure.rows.map((row) => cellName(figure, row, all)));
  const sums = figure.sums.filter(({ total, parts }) =>
    [total, ...parts].every((name) => names.has(name)),
  );
  const cells = new Map(
    figure.rows.map((row) => [cellKey(row, all), cellAt(figure, row, all)] as const),
  );
  return { ...figure, columns: [all], cells, sums };
};

const everyCell = <Value>(figure: Figure, make: (row: string, column: string) => Value) =>
  figure.rows.flatMap((row) => figure.columns.map((column) => make(row, column)));

const countsIn = (figures: readonly Figure[]) =>
  new Map(
    figures.flatMap((figure) =>
      everyCell(
        figure,
        (row, column) =>
          [cellName(figure, row, column), cellAt(figure, row, column).of.length] as const,
      ),
    ),
  );

/** A need that waits is in one of the stages before an agreement: both are shown. */
const stagesOfWaiting = (figures: readonly Figure[]): readonly Sum[] => {
  const byStage = figures.find(({ id }) => id === "needs-by-stage");
  const first = figures.find(({ id }) => id === "neediest-first");
  if (byStage === undefined || first === undefined) return [];
  const waiting = ["submitted", "open", "offered", "on-hold"];
  return [
    {
      total: cellName(first, all, "waiting"),
      parts: waiting.map((stage) => cellName(byStage, stage, all)),
    },
  ];
};

const holdsFor =
  (counts: ReadonlyMap<string, number>) =>
  ({ total, parts }: Sum): boolean =>
    parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0) === counts.get(total);

const guard = (figure: Figure, hidden: ReadonlySet<string>): GuardedFigure => {
  const covered = everyCell(figure, (row, column) => ({ row, column })).filter(({ row, column }) =>
    hidden.has(cellName(figure, row, column)),
  );
  const keys = new Set(covered.map(({ row, column }) => cellKey(row, column)));
  const cells = new Map(
    everyCell(figure, (row, column): readonly [string, Cell] => {
      const key = cellKey(row, column);
      const { value } = cellAt(figure, row, column);
      return [key, keys.has(key) ? hiddenCell : { value, of: [] }];
    }),
  );
  return { ...figure, cells, hidden: keys };
};

/**
 * Figures as they leave the partnership's staff: whatever is made of 1 to 5 records is hidden, and whatever that could be
 * worked out from, over all figures together (Product rules, §3: small numbers).
 */
export const guardFigures = (exact: readonly Figure[]): readonly GuardedFigure[] => {
  const figures = exact.map(withoutCross);
  const counts = countsIn(figures);
  const sums = [
    ...figures.flatMap((figure) => figure.sums),
    ...stagesOfWaiting(figures).filter(holdsFor(counts)),
  ];
  const hidden = suppress(counts, sums);
  return figures.map((figure) => guard(figure, hidden));
};
