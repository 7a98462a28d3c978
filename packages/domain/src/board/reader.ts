import type { Sum } from "./attack.ts";
import { all, cellAt, cellKey, cellName, type Cell, type Figure } from "./figure.ts";
import { suppress } from "./suppress.ts";

const hiddenCell: Cell = { value: null, of: [] };

/** A figure for somebody outside the partnership's staff: some cells are hidden, and no record stands behind any. */
export type GuardedFigure = Figure & { readonly hidden: ReadonlySet<string> };

/** The same figures over parts of the area that make up the whole, such as its phase groups. */
export type Cuts = {
  readonly whole: readonly Figure[];
  readonly parts: Readonly<Record<string, readonly Figure[]>>;
};

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

const inCut = (cut: string, name: string): string => `${cut}\n${name}`;

const countsIn = (cut: string, figures: readonly Figure[]) =>
  figures.flatMap((figure) =>
    everyCell(
      figure,
      (row, column) =>
        [inCut(cut, cellName(figure, row, column)), cellAt(figure, row, column).of.length] as const,
    ),
  );

const sumsIn = (cut: string, figures: readonly Figure[]): readonly Sum[] =>
  figures.flatMap(({ sums }) =>
    sums.map(({ total, parts }) => ({
      total: inCut(cut, total),
      parts: parts.map((part) => inCut(cut, part)),
    })),
  );

/** Where the parts of the area add up to the whole, cell by cell. */
const sumsAcross = ({ whole, parts }: Cuts): readonly Sum[] => {
  const cuts = Object.entries(parts);
  return whole.flatMap((figure, at) =>
    everyCell(figure, (row, column) => {
      const name = cellName(figure, row, column);
      const records = cuts.map(([, figures]) => figures[at] ?? figure);
      const counts = records.map((one) => cellAt(one, row, column).of.length);
      const addsUp =
        counts.reduce((sum, each) => sum + each, 0) === cellAt(figure, row, column).of.length;
      return addsUp
        ? [{ total: inCut(all, name), parts: cuts.map(([cut]) => inCut(cut, name)) }]
        : [];
    }).flat(),
  );
};

/** A need that waits is in one of the stages before an agreement: both are shown, by band. */
const stagesOfWaiting = (cut: string, figures: readonly Figure[]): readonly Sum[] => {
  const byStage = figures.find(({ id }) => id === "needs-by-stage");
  const first = figures.find(({ id }) => id === "neediest-first");
  if (byStage === undefined || first === undefined) return [];
  const waiting = ["submitted", "open", "offered", "on-hold"];
  return byStage.columns.map((column) => ({
    total: inCut(cut, cellName(first, column, "waiting")),
    parts: waiting.map((stage) => inCut(cut, cellName(byStage, stage, column))),
  }));
};

const guard = (cut: string, figure: Figure, hidden: ReadonlySet<string>): GuardedFigure => {
  const covered = everyCell(figure, (row, column) => ({ row, column })).filter(({ row, column }) =>
    hidden.has(inCut(cut, cellName(figure, row, column))),
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
 * worked out from, over all figures and all parts of the area together (Product rules, §3: small numbers).
 */
export const guardFigures = (
  exact: Cuts,
): {
  readonly whole: readonly GuardedFigure[];
  readonly parts: Readonly<Record<string, readonly GuardedFigure[]>>;
} => {
  const cuts = {
    whole: exact.whole.map(withoutCross),
    parts: Object.fromEntries(
      Object.entries(exact.parts).map(([cut, figures]) => [cut, figures.map(withoutCross)]),
    ),
  };
  const named = [[all, cuts.whole] as const, ...Object.entries(cuts.parts)];
  const counts = new Map(named.flatMap(([cut, figures]) => countsIn(cut, figures)));
  const sums = named.flatMap(([cut, figures]) => [
    ...sumsIn(cut, figures),
    ...stagesOfWaiting(cut, figures).filter(
      ({ total, parts }) =>
        parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0) === counts.get(total),
    ),
  ]);
  const hidden = suppress(counts, [...sums, ...sumsAcross(cuts)]);
  const guarded = (cut: string, figures: readonly Figure[]) =>
    figures.map((figure) => guard(cut, figure, hidden));
  return {
    whole: guarded(all, cuts.whole),
    parts: Object.fromEntries(
      Object.entries(cuts.parts).map(([cut, figures]) => [cut, guarded(cut, figures)]),
    ),
  };
};
