import { entry, real, whole } from "./cells.ts";
import type { Knapsack } from "./knapsack.ts";
import { anyWindow, earlyWindow, lateWindow, type Model } from "./model.ts";

/**
 * The items of one window. Cell [(i · rows + k) · width + d] is the most that at most k of its items from the i-th on are worth in at
 * most d days.
 */
type Shelf = {
  readonly at: number[];
  rows: number;
  width: number;
  cells: Float64Array;
};

const emptyShelf = (): Shelf => ({ at: [], rows: 1, width: 1, cells: new Float64Array(256) });

/** Scratch room, used by one call at a time. */
const shelves = [emptyShelf(), emptyShelf(), emptyShelf()];
const anyShelf = (): Shelf => entry(shelves, anyWindow);

const put = (sack: Knapsack, model: Model): void => {
  for (const shelf of shelves) shelf.at.length = 0;
  for (let k = 0; k < sack.size; k++)
    entry(shelves, whole(model.window, whole(sack.items, k))).at.push(k);
};

const daysOf = (sack: Knapsack, model: Model, k: number): number =>
  whole(model.days, whole(sack.items, k));

/** Bellman 1957, from the last item to the first. */
const fill = (sack: Knapsack, model: Model, at: { window: number; days: number }): void => {
  const shelf = entry(shelves, at.window);
  const count = shelf.at.length;
  let days = 0;
  for (const k of shelf.at) days += daysOf(sack, model, k);
  const rows = Math.min(sack.schools, count) + 1;
  const width = Math.max(0, Math.min(at.days, sack.days, days)) + 1;
  const layer = rows * width;
  shelf.rows = rows;
  shelf.width = width;
  if (shelf.cells.length < layer * (count + 1))
    shelf.cells = new Float64Array(2 * layer * (count + 1));
  const { cells } = shelf;
  sack.steps += layer * (count + 1);
  cells.fill(0, layer * count, layer * (count + 1));
  for (let i = count - 1; i >= 0; i--) {
    const here = i * layer;
    const next = here + layer;
    cells.copyWithin(here, next, next + layer);
    const k = entry(shelf.at, i);
    const value = real(sack.values, k);
    const own = daysOf(sack, model, k);
    for (let row = 1; row < rows; row++)
      for (let d = own; d < width; d++) {
        const taken = real(cells, next + (row - 1) * width + d - own) + value;
        const to = here + row * width + d;
        if (taken > real(cells, to)) cells[to] = taken;
      }
  }
};

const worth = ({ cells, rows, width }: Shelf, row: number, days: number): number =>
  real(cells, Math.min(row, rows - 1) * width + Math.min(days, width - 1));

type Mark = { readonly row: number; readonly days: number; readonly value: number };

/** The ways to use a window that no other beats with as few items and as few days. */
const marksOf = (shelf: Shelf): readonly Mark[] => {
  const marks: Mark[] = [{ row: 0, days: 0, value: 0 }];
  for (let row = 1; row < shelf.rows; row++)
    for (let days = 0; days < shelf.width; days++) {
      const value = worth(shelf, row, days);
      const isNew = value > worth(shelf, row - 1, days);
      if (isNew && (days === 0 || value > worth(shelf, row, days - 1)))
        marks.push({ row, days, value });
    }
  return marks;
};

/** Adds to `chosen` what stands behind a cell. */
const trace = (
  sack: Knapsack,
  model: Model,
  at: { shelf: Shelf; row: number; days: number },
): void => {
  const { shelf } = at;
  const { cells, rows, width } = shelf;
  let row = Math.min(at.row, rows - 1);
  let days = Math.min(at.days, width - 1);
  for (let i = 0; i < shelf.at.length && row > 0; i++) {
    const here = (i * rows + row) * width + days;
    if (real(cells, here) === real(cells, here + rows * width)) continue;
    const k = entry(shelf.at, i);
    sack.chosen[sack.depth++] = whole(sack.items, k);
    days -= daysOf(sack, model, k);
    row--;
  }
};

/**
 * The exact best of a loaded knapsack, windows and all, left in `chosen`: a table for each window, then every way to share days and
 * schools among the three. Unlike that of a search, its time is certain.
 */
export const exactBest = (sack: Knapsack, model: Model): number => {
  put(sack, model);
  fill(sack, model, { window: earlyWindow, days: sack.early });
  fill(sack, model, { window: lateWindow, days: sack.late });
  fill(sack, model, { window: anyWindow, days: sack.days });
  const { days, schools } = sack;
  const early = marksOf(entry(shelves, earlyWindow));
  const late = marksOf(entry(shelves, lateWindow));
  sack.steps += early.length * late.length;
  let best = -1;
  let [first, second] = [entry(early, 0), entry(late, 0)];
  for (const a of early)
    for (const b of late) {
      const [rows, left] = [schools - a.row - b.row, days - a.days - b.days];
      if (rows < 0 || left < 0) continue;
      const value = a.value + b.value + worth(anyShelf(), rows, left);
      if (value <= best) continue;
      best = value;
      [first, second] = [a, b];
    }
  sack.depth = 0;
  trace(sack, model, { shelf: entry(shelves, earlyWindow), ...first });
  trace(sack, model, { shelf: entry(shelves, lateWindow), ...second });
  const rest = { row: schools - first.row - second.row, days: days - first.days - second.days };
  trace(sack, model, { shelf: anyShelf(), ...rest });
  return sack.base + best;
};
