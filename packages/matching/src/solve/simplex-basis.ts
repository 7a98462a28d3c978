import { entry, flagAt, real, whole } from "./cells.ts";
import { type Lp, expandColumn, refresh, updateInverse } from "./simplex.ts";

const startFromSlacks = (lp: Lp): void => {
  const { stride, rows } = lp;
  for (let k = 0; k < rows; k++) {
    lp.inverse.fill(0, k * stride, k * stride + rows);
    lp.inverse[k * stride + k] = 1;
  }
};

const cellCount = (lp: Lp, column: number): number =>
  whole(lp.end, column) - whole(lp.start, column);

const bestRow = (lp: Lp, found: number, taken: Uint8Array): number => {
  let best = -1;
  let size = 1e-9;
  for (let at = 0; at < found; at++) {
    const row = whole(lp.touched, at);
    const magnitude = Math.abs(real(lp.work, row));
    if (flagAt(taken, row) === 1 || magnitude <= size) continue;
    best = row;
    size = magnitude;
  }
  return best;
};

/** Builds the inverse anew from the basic columns; one that has become dependent gives way to a slack. */
export const installBasis = (lp: Lp, wanted: readonly number[]): void => {
  const taken = new Uint8Array(lp.rows);
  const waiting: number[] = [];
  lp.place.fill(-1);
  startFromSlacks(lp);
  for (const column of wanted) {
    const row = whole(lp.cellRow, whole(lp.start, column));
    if (entry(lp.slackOf, row) === column) {
      taken[row] = 1;
      lp.basic[row] = column;
      lp.place[column] = row;
    } else waiting.push(column);
  }
  waiting.sort((a, b) => cellCount(lp, a) - cellCount(lp, b) || a - b);
  for (const column of waiting) {
    const found = expandColumn(lp, column);
    const row = bestRow(lp, found, taken);
    if (row < 0) continue;
    updateInverse(lp, row, found);
    taken[row] = 1;
    lp.basic[row] = column;
    lp.place[column] = row;
  }
  for (let row = 0; row < lp.rows; row++) {
    if (flagAt(taken, row) === 1) continue;
    const slack = entry(lp.slackOf, row);
    lp.basic[row] = slack;
    lp.place[slack] = row;
  }
  lp.sinceFactor = 0;
  refresh(lp);
};

/** Builds the inverse of the present basis anew, which sheds the rounding errors of many pivots. */
export const refactor = (lp: Lp): void =>
  installBasis(lp, Array.from(lp.basic.subarray(0, lp.rows)));

/** From the slacks alone, which stand for a plan with nobody in it: feasible wherever every right-hand side is. */
export const restart = (lp: Lp): void => installBasis(lp, lp.slackOf);

/** Remembers which columns are basic; the answer puts them back, also where rows or columns were added meanwhile. */
export const saveColumns = (lp: Lp): (() => void) => {
  const basic = Array.from(lp.basic.subarray(0, lp.rows));
  return () => {
    installBasis(lp, [...basic, ...lp.slackOf.slice(basic.length)]);
  };
};

/** Remembers a basis; the answer puts it back, as long as no row or column was added meanwhile. */
export const saveBasis = (lp: Lp): (() => void) => {
  const { rows, stride } = lp;
  const inverse = lp.inverse.slice(0, rows * stride);
  const basic = lp.basic.slice(0, rows);
  const level = lp.level.slice(0, rows);
  const duals = lp.duals.slice(0, rows);
  return () => {
    for (let row = 0; row < rows; row++) lp.place[whole(lp.basic, row)] = -1;
    lp.inverse.set(inverse);
    lp.basic.set(basic);
    lp.level.set(level);
    lp.duals.set(duals);
    basic.forEach((column, row) => {
      lp.place[column] = row;
    });
  };
};
