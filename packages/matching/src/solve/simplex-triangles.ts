import { entry, real, whole } from "./cells.ts";

/**
 * A basis as the product of two triangular matrices and of one column for each pivot since. The place of a basic column is the row in which it
 * was pivoted. Set-packing bases are nearly triangular: of four hundred rows the factors hold some four thousand cells, where the inverse would be
 * half full.
 * Source: Markowitz 1957 (rows and columns with one cell first); Gilbert and Peierls 1988 (column after column); Dantzig and Orchard-Hays 1954 (product form).
 */
export type Factor = {
  readonly lower: Triangle;
  readonly upper: Triangle;
};

/** Steps in the order of the pivots; those that would change nothing are left out. */
export type Triangle = {
  readonly count: number;
  /** The pivot's row of a step. */
  readonly rows: Int32Array;
  /** The pivots; ones in the lower triangle. */
  readonly pivots: Float64Array;
  /** The other cells of step k lie from `start[k]` to before `start[k + 1]` in `cellRow` and `cellValue`. */
  readonly start: Int32Array;
  readonly cellRow: Int32Array;
  readonly cellValue: Float64Array;
};

const nothing: Triangle = {
  count: 0,
  rows: new Int32Array(0),
  pivots: new Float64Array(0),
  start: new Int32Array(1),
  cellRow: new Int32Array(0),
  cellValue: new Float64Array(0),
};

/** The factors of a basis of unit columns. */
export const noFactor: Factor = { lower: nothing, upper: nothing };

/** The column that came in at a row, in terms of the basis before it. */
export type Pivot = {
  readonly row: number;
  readonly value: number;
  readonly rows: Int32Array;
  readonly values: Float64Array;
};

/** A step of a triangle, and so many times what `work` loses by it. */
type Step = { readonly step: number; readonly share: number };

/** Takes a step's cells, so many times, from `work`. */
const take = (triangle: Triangle, { step, share }: Step, work: Float64Array): void => {
  const { start, cellRow, cellValue } = triangle;
  const end = whole(start, step + 1);
  for (let cell = whole(start, step); cell < end; cell++) {
    const row = whole(cellRow, cell);
    work[row] = real(work, row) - share * real(cellValue, cell);
  }
};

/** What `work` holds at a step's pivot, less the step's cells times what it holds there. */
const gathered = (triangle: Triangle, step: number, work: Float64Array): number => {
  const { rows, start, cellRow, cellValue } = triangle;
  const end = whole(start, step + 1);
  let sum = real(work, whole(rows, step));
  for (let cell = whole(start, step); cell < end; cell++)
    sum -= real(cellValue, cell) * real(work, whole(cellRow, cell));
  return sum;
};

const throughPivot = ({ row, value, rows, values }: Pivot, work: Float64Array): void => {
  const old = real(work, row);
  if (old === 0) return;
  const share = old / value;
  for (let at = 0; at < rows.length; at++) {
    const other = whole(rows, at);
    work[other] = real(work, other) - share * real(values, at);
  }
  work[row] = share;
};

const backThroughPivot = ({ row, value, rows, values }: Pivot, work: Float64Array): void => {
  let sum = real(work, row);
  for (let at = 0; at < rows.length; at++) sum -= real(values, at) * real(work, whole(rows, at));
  work[row] = sum / value;
};

/** B·x = a: `work` holds a by rows before, x by places afterwards. */
export const solveForward = (
  { lower, upper }: Factor,
  pivots: readonly Pivot[],
  work: Float64Array,
): void => {
  for (let step = 0; step < lower.count; step++) {
    const share = real(work, whole(lower.rows, step));
    if (share !== 0) take(lower, { step, share }, work);
  }
  for (let step = upper.count - 1; step >= 0; step--) {
    const row = whole(upper.rows, step);
    const value = real(work, row);
    if (value === 0) continue;
    const share = value / real(upper.pivots, step);
    work[row] = share;
    take(upper, { step, share }, work);
  }
  for (let at = 0; at < pivots.length; at++) throughPivot(entry(pivots, at), work);
};

/** y·B = c: `work` holds c by places before, y by rows afterwards. */
export const solveBackward = (
  { lower, upper }: Factor,
  pivots: readonly Pivot[],
  work: Float64Array,
): void => {
  for (let at = pivots.length - 1; at >= 0; at--) backThroughPivot(entry(pivots, at), work);
  for (let step = 0; step < upper.count; step++)
    work[whole(upper.rows, step)] = gathered(upper, step, work) / real(upper.pivots, step);
  for (let step = lower.count - 1; step >= 0; step--)
    work[whole(lower.rows, step)] = gathered(lower, step, work);
};
