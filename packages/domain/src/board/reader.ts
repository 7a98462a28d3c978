import { valuesLeft, type Sum } from "./attack.ts";
import { all, cellAt, cellKey, cellName, type Cell, type Figure } from "./figure.ts";
import { isSmall, suppress } from "./suppress.ts";

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

/** Figures that are out: every count by its name, what of them is hidden, and how they add up. For the next to be guarded by, never to be shown. */
export type Published = {
  readonly counts: readonly (readonly [name: string, count: number])[];
  readonly hidden: readonly string[];
  readonly sums: readonly Sum[];
};

/** Needs that neither found a leader nor wait, which no table shows: by the name of what stands between. */
const restOf = (name: string): string => `rest\n${name}`;
const isRest = (name: string): boolean => name.startsWith("rest\n");

/** What was asked for was matched, waits, or neither: a reader knows that neither is below nought. */
const remainders = (figures: readonly Figure[]): readonly Sum[] =>
  figures
    .filter(({ columns }) =>
      ["asked", "matched", "waiting"].every((each) => columns.includes(each)),
    )
    .flatMap((figure) =>
      figure.rows.map((row) => {
        const total = cellName(figure, row, "asked");
        const parts = ["matched", "waiting"].map((column) => cellName(figure, row, column));
        return { total, parts: [...parts, restOf(total)] };
      }),
    );

/** The counts of all cells, and of what stands between them. */
const countsWithRest = (figures: readonly Figure[]): ReadonlyMap<string, number> => {
  const counts = countsIn(figures);
  for (const { total, parts } of remainders(figures)) {
    const told = parts.reduce((sum, part) => sum + (isRest(part) ? 0 : (counts.get(part) ?? 0)), 0);
    counts.set(restOf(total), (counts.get(total) ?? 0) - told);
  }
  return counts;
};

const sumsIn = (figures: readonly Figure[], counts: ReadonlyMap<string, number>) => [
  ...figures.flatMap((figure) => figure.sums),
  ...stagesOfWaiting(figures).filter(holdsFor(counts)),
  ...remainders(figures),
];

/** What a reader may take for the same number in two papers: one of the same name that has not changed. */
const sameNumber = (name: string, count: number): string => `${name}\n#${count}`;

/** All papers as one, in which a count that has not changed from one to the next is one unknown. */
const together = (papers: readonly Pick<Published, "counts" | "sums">[]) => {
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  for (const paper of papers) {
    const own = new Map(paper.counts);
    const rename = (name: string) => sameNumber(name, own.get(name) ?? 0);
    for (const [name, count] of own) counts.set(sameNumber(name, count), count);
    for (const { total, parts } of paper.sums)
      sums.push({ total: rename(total), parts: parts.map(rename) });
  }
  return { counts, sums };
};

/** What is hidden and what is seen already of the papers that are out. Seen once is seen for good. */
const outOf = (papers: readonly Published[]) => {
  const shown = new Set<string>();
  const hidden = new Set<string>();
  for (const paper of papers) {
    const covered = new Set(paper.hidden);
    for (const [name, count] of paper.counts)
      (covered.has(name) ? hidden : shown).add(sameNumber(name, count));
  }
  return { shown, hidden: hidden.difference(shown) };
};

/** The names to hide now, so that neither these figures nor these and the papers together tell of a small count. */
const hiddenNow = (
  now: Pick<Published, "counts" | "sums">,
  papers: readonly Published[],
): ReadonlySet<string> => {
  const { counts, sums } = together([...papers, now]);
  const between = new Set([...counts.keys()].filter(isRest));
  const hidden = suppress(counts, sums, { ...outOf(papers), between });
  return new Set(
    now.counts.flatMap(([name, count]) => (hidden.has(sameNumber(name, count)) ? [name] : [])),
  );
};

/**
 * Figures as they leave the partnership's staff: whatever is made of 1 to 5 records is hidden, and whatever that could be
 * worked out from, over all figures together and over the packs that are out, by a reader who takes what he guesses has not changed for
 * the same (Product rules, §3: small numbers).
 */
export const guardFigures = (
  exact: readonly Figure[],
  papers: readonly Published[] = [],
): readonly GuardedFigure[] => {
  const figures = exact.map(withoutCross);
  const counts = countsWithRest(figures);
  const hidden = hiddenNow({ counts: [...counts], sums: sumsIn(figures, counts) }, papers);
  return figures.map((figure) => guard(figure, hidden));
};

/**
 * Whether papers together leave more than one value for every small count that they hide, to a reader who takes what he guesses has not
 * changed for the same. Where counts were shown before and stand in a sum with a hidden one again, hiding others does not always help.
 */
export const areSafeTogether = (papers: readonly Published[]): boolean => {
  const { counts, sums } = together(papers);
  const { hidden } = outOf(papers);
  const left = valuesLeft(counts, sums, hidden);
  return [...hidden].every(
    (name) => isRest(name) || !isSmall(counts.get(name) ?? 0) || left.get(name) !== "one",
  );
};

/** What a paper with these figures lets out, for the next to be guarded by. */
export const publishedOf = (
  exact: readonly Figure[],
  guarded: readonly GuardedFigure[],
): Published => {
  const figures = exact.map(withoutCross);
  const counts = countsWithRest(figures);
  const hidden = guarded.flatMap((figure) =>
    everyCell(figure, (row, column) =>
      figure.hidden.has(cellKey(row, column)) ? [cellName(figure, row, column)] : [],
    ).flat(),
  );
  return {
    counts: [...counts],
    hidden: [...new Set([...hidden, ...[...counts.keys()].filter(isRest)])],
    sums: sumsIn(figures, counts),
  };
};
