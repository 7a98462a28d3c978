import { real, whole } from "./cells.ts";
import {
  type Factor,
  type Pivot,
  noFactor,
  solveBackward,
  solveForward,
} from "./simplex-triangles.ts";

/**
 * A linear programme, maximise c·x with A·x + s = b and x, s ≥ 0, that keeps the factors of its basis and the pivots since.
 * Rows and columns may be added while it stands, which is what a Dantzig–Wolfe master and cuts need.
 * Source: Dantzig and Orchard-Hays 1954 (product form); Lemke 1954 (dual method).
 */
export type Lp = {
  rows: number;
  factor: Factor;
  since: Pivot[];
  /** Rows were added since the basis was factorised. */
  isStale: boolean;
  rhs: Float64Array;
  duals: Float64Array;
  basic: Int32Array;
  level: Float64Array;
  columns: number;
  /** The cells of column c lie from `start[c]` to before `end[c]` in `cellRow` and `cellValue`. */
  start: Int32Array;
  end: Int32Array;
  cellRow: Int32Array;
  cellValue: Float64Array;
  cells: number;
  cost: Float64Array;
  /** The row in which a column is basic, or -1. */
  place: Int32Array;
  /** 1 where a column is held at zero. */
  shut: Uint8Array;
  readonly slackOf: number[];
  /** A reduced cost below this counts as none; in proportion to the costs, or rounding would feed the method for ever. */
  tolerance: number;
  /** The primal method came to its end: the duals price every column at no gain. */
  isOptimal: boolean;
  pivots: number;
  /** Pivots whose work was told. */
  told: number;
  work: Float64Array;
  inverseRow: Float64Array;
  touched: Int32Array;
};

export const feasibilityTolerance = 1e-9;
const tiny = 1e-13;

/** A share below one, spread evenly, its own for each row or column (Weyl's sequence by the golden ratio). */
export const spread = (index: number): number => (index * 0.6180339887498949) % 1;

export const createLp = (): Lp => ({
  rows: 0,
  factor: noFactor,
  since: [],
  isStale: false,
  rhs: new Float64Array(0),
  duals: new Float64Array(0),
  basic: new Int32Array(0),
  level: new Float64Array(0),
  columns: 0,
  start: new Int32Array(64),
  end: new Int32Array(64),
  cellRow: new Int32Array(512),
  cellValue: new Float64Array(512),
  cells: 0,
  cost: new Float64Array(64),
  place: new Int32Array(64),
  shut: new Uint8Array(64),
  slackOf: [],
  tolerance: 1e-7,
  isOptimal: false,
  pivots: 0,
  told: 0,
  work: new Float64Array(0),
  inverseRow: new Float64Array(0),
  touched: new Int32Array(0),
});

const grownReal = (cells: Float64Array, size: number): Float64Array => {
  const grown = new Float64Array(size);
  grown.set(cells);
  return grown;
};

const grownWhole = (cells: Int32Array, size: number): Int32Array => {
  const grown = new Int32Array(size);
  grown.set(cells);
  return grown;
};

const growRows = (lp: Lp): void => {
  const size = Math.max(16, lp.rhs.length * 2);
  lp.rhs = grownReal(lp.rhs, size);
  lp.duals = grownReal(lp.duals, size);
  lp.level = grownReal(lp.level, size);
  lp.basic = grownWhole(lp.basic, size);
  lp.work = new Float64Array(size);
  lp.inverseRow = new Float64Array(size);
  lp.touched = new Int32Array(size);
};

const growColumns = (lp: Lp): void => {
  const size = lp.cost.length * 2;
  lp.cost = grownReal(lp.cost, size);
  lp.place = grownWhole(lp.place, size);
  lp.start = grownWhole(lp.start, size);
  lp.end = grownWhole(lp.end, size);
  const shut = new Uint8Array(size);
  shut.set(lp.shut);
  lp.shut = shut;
};

export type SparseColumn = { readonly rows: Int32Array; readonly values: Float64Array };

const roomForCells = (lp: Lp, count: number): void => {
  if (lp.cells + count <= lp.cellRow.length) return;
  const size = 2 * (lp.cells + count);
  lp.cellRow = grownWhole(lp.cellRow, size);
  lp.cellValue = grownReal(lp.cellValue, size);
};

const pushCell = (lp: Lp, row: number, value: number): void => {
  lp.cellRow[lp.cells] = row;
  lp.cellValue[lp.cells] = value;
  lp.cells++;
};

/** Adds a column at level zero, outside the basis. Returns its number. */
export const addColumn = (lp: Lp, column: SparseColumn, cost: number): number => {
  if (lp.columns === lp.cost.length) growColumns(lp);
  const added = lp.columns++;
  roomForCells(lp, column.rows.length);
  lp.start[added] = lp.cells;
  column.rows.forEach((row, at) => pushCell(lp, row, real(column.values, at)));
  lp.end[added] = lp.cells;
  lp.cost[added] = cost;
  lp.place[added] = -1;
  return added;
};

/** A column's cells as they stand; the views hold until a column or row is added. */
export const columnCells = (lp: Lp, column: number): SparseColumn => ({
  rows: lp.cellRow.subarray(whole(lp.start, column), whole(lp.end, column)),
  values: lp.cellValue.subarray(whole(lp.start, column), whole(lp.end, column)),
});

/** Moves a column to the end of the store unless it is there, and lengthens it by one cell. */
const appendCell = (lp: Lp, column: number, cell: { row: number; value: number }): void => {
  const from = whole(lp.start, column);
  const to = whole(lp.end, column);
  roomForCells(lp, to - from + 1);
  if (to !== lp.cells) {
    lp.cellRow.copyWithin(lp.cells, from, to);
    lp.cellValue.copyWithin(lp.cells, from, to);
    lp.start[column] = lp.cells;
    lp.cells += to - from;
  }
  pushCell(lp, cell.row, cell.value);
  lp.end[column] = lp.cells;
};

/** Adds `row · x ≤ rhs` over columns that already stand; its slack becomes basic, below zero where the row is violated. */
export const addRow = (lp: Lp, rhs: number, coefficients: ReadonlyMap<number, number>): number => {
  if (lp.rows === lp.rhs.length) growRows(lp);
  const row = lp.rows;
  let level = rhs;
  for (const [column, value] of coefficients) {
    appendCell(lp, column, { row, value });
    const at = whole(lp.place, column);
    if (at >= 0) level -= value * real(lp.level, at);
  }
  lp.rows = row + 1;
  lp.isStale = true;
  lp.rhs[row] = rhs;
  lp.level[row] = level;
  lp.duals[row] = 0;
  const slack = addColumn(lp, { rows: Int32Array.of(row), values: Float64Array.of(1) }, 0);
  lp.basic[row] = slack;
  lp.place[slack] = row;
  lp.slackOf.push(slack);
  return row;
};

/** How much one unit of the column would add to the objective. */
export const reducedCost = (lp: Lp, column: number): number => {
  const { cellRow, cellValue, duals } = lp;
  const end = whole(lp.end, column);
  let sum = real(lp.cost, column);
  for (let at = whole(lp.start, column); at < end; at++)
    sum -= real(duals, whole(cellRow, at)) * real(cellValue, at);
  return sum;
};

/** The column in terms of the basis, into `work`; its non-zero rows into `touched`. Returns how many. */
export const expandColumn = (lp: Lp, column: number): number => {
  const { work, touched, rows: count } = lp;
  work.fill(0, 0, count);
  const end = whole(lp.end, column);
  for (let at = whole(lp.start, column); at < end; at++)
    work[whole(lp.cellRow, at)] = real(lp.cellValue, at);
  solveForward(lp.factor, lp.since, work);
  let found = 0;
  for (let row = 0; row < count; row++) {
    if (Math.abs(real(work, row)) > tiny) touched[found++] = row;
    else work[row] = 0;
  }
  return found;
};

/** The row of the inverse that belongs to a basic column's row, into `inverseRow`. */
export const loadInverseRow = (lp: Lp, row: number): void => {
  lp.inverseRow.fill(0, 0, lp.rows);
  lp.inverseRow[row] = 1;
  solveBackward(lp.factor, lp.since, lp.inverseRow);
};

const pivotOf = (lp: Lp, row: number, found: number): Pivot => {
  const { work, touched } = lp;
  const rows = new Int32Array(found - 1);
  const values = new Float64Array(found - 1);
  let next = 0;
  for (let at = 0; at < found; at++) {
    const other = whole(touched, at);
    if (other === row) continue;
    rows[next] = other;
    values[next++] = real(work, other);
  }
  return { row, value: real(work, row), rows, values };
};

/**
 * Brings a column into the basis in the given row; `work` and `touched` hold it expanded, `inverseRow` the row of the inverse.
 */
export const exchange = (lp: Lp, entering: number, pivot: { row: number; found: number }): void => {
  const { row, found } = pivot;
  const { work, touched, duals, inverseRow } = lp;
  const gain = reducedCost(lp, entering) / real(work, row);
  const step = real(lp.level, row) / real(work, row);
  for (let k = 0; k < lp.rows; k++) duals[k] = real(duals, k) + gain * real(inverseRow, k);
  for (let at = 0; at < found; at++) {
    const other = whole(touched, at);
    lp.level[other] = real(lp.level, other) - step * real(work, other);
  }
  lp.since.push(pivotOf(lp, row, found));
  lp.level[row] = step;
  lp.place[whole(lp.basic, row)] = -1;
  lp.basic[row] = entering;
  lp.place[entering] = row;
  lp.pivots++;
};

/** Levels and duals afresh from the factors, after a change of costs or right-hand sides. */
export const refresh = (lp: Lp): void => {
  const { rows, level, rhs, duals, basic, cost } = lp;
  level.set(rhs.subarray(0, rows));
  solveForward(lp.factor, lp.since, level);
  for (let row = 0; row < rows; row++) duals[row] = real(cost, whole(basic, row));
  solveBackward(lp.factor, lp.since, duals);
};

/** Units of work of the pivots since it was last asked. */
export const pivotWork = (lp: Lp): number => {
  const pivots = lp.pivots - lp.told;
  lp.told = lp.pivots;
  return pivots * (1 + lp.rows / 5 + lp.columns / 80);
};

export const levelOf = (lp: Lp, column: number): number => {
  const row = whole(lp.place, column);
  return row < 0 ? 0 : real(lp.level, row);
};
