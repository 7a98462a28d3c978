import { real, whole } from "./cells.ts";
import type { Knapsack } from "./knapsack.ts";
import { anyWindow, earlyWindow, lateWindow, type Model } from "./model.ts";

/** Cell [k · width + d]: the most that at most k items in at most d days are worth. */
type Grid = { readonly cells: Float64Array; readonly width: number; readonly rows: number };

const gridFor = (sack: Knapsack, model: Model, at: { window: number; days: number }): Grid => {
  const items: number[] = [];
  for (let k = 0; k < sack.size; k++)
    if (whole(model.window, whole(sack.items, k)) === at.window) items.push(k);
  const rows = Math.min(sack.schools, items.length) + 1;
  const width = Math.max(0, Math.min(at.days, sack.days)) + 1;
  const cells = new Float64Array(rows * width);
  for (const k of items) {
    const days = whole(model.days, whole(sack.items, k));
    const value = real(sack.values, k);
    for (let row = rows - 1; row >= 1; row--)
      for (let d = width - 1; d >= days; d--) {
        const taken = real(cells, (row - 1) * width + d - days) + value;
        if (taken > real(cells, row * width + d)) cells[row * width + d] = taken;
      }
  }
  return { cells, width, rows };
};

const joined = (a: Grid, b: Grid, room: { days: number; schools: number }): Grid => {
  const rows = Math.min(room.schools, a.rows + b.rows - 2) + 1;
  const width = Math.min(room.days, a.width + b.width - 2) + 1;
  const cells = new Float64Array(rows * width);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < b.rows && i + j < rows; j++)
      for (let d = 0; d < a.width && d < width; d++) {
        const left = real(a.cells, i * a.width + d);
        for (let e = 0; e < b.width && d + e < width; e++) {
          const to = (i + j) * width + d + e;
          const sum = left + real(b.cells, j * b.width + e);
          if (sum > real(cells, to)) cells[to] = sum;
        }
      }
  return { cells, width, rows };
};

/**
 * The exact best of a loaded knapsack, windows and all: one table for each window, then all ways to share days and schools among
 * the three. Slower than the search, but its time is certain.
 */
export const exactBest = (sack: Knapsack, model: Model): number => {
  const early = gridFor(sack, model, { window: earlyWindow, days: sack.early });
  const late = gridFor(sack, model, { window: lateWindow, days: sack.late });
  const any = gridFor(sack, model, { window: anyWindow, days: sack.days });
  const { days, schools } = sack;
  const all = joined(joined(early, late, { days, schools }), any, { days, schools });
  let best = 0;
  for (const value of all.cells) if (value > best) best = value;
  return sack.base + best;
};
