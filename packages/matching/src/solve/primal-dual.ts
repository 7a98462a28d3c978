import { flagAt, real, whole } from "./cells.ts";
import type { LinearAnswer, LinearColumn, LinearProgramme, LinearSolver } from "./linear-solver.ts";

/** Columns one after another in packed arrays that grow; only the first `count` and `cells` are in use. */
type Columns = {
  count: number;
  cells: number;
  start: Int32Array;
  rows: Int32Array;
  values: Float64Array;
  cost: Float64Array;
  /** The sum of a column's absolute values: the inverse of its step. */
  size: Float64Array;
  level: Float64Array;
  sum: Float64Array;
  isShut: Uint8Array;
};

type State = {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly columns: Columns;
  readonly dual: Float64Array;
  readonly dualSum: Float64Array;
  /** The sum of a row's absolute values over open columns: the inverse of its step. */
  readonly rowSize: Float64Array;
  /** What the levels, pushed on by their last step, come to in each row. */
  readonly reach: Float64Array;
  readonly unit: number;
};

export type PrimalDualAsk = {
  /** Steps of one solve; it starts where the one before ended. */
  readonly steps: number;
  /** Multipliers to start from, row by row, in points. */
  readonly duals: Float64Array;
  /** Points that count as one in the steps: about what the cheapest thing worth choosing brings. */
  readonly unit: number;
};

const noColumns = (): Columns => ({
  count: 0,
  cells: 0,
  start: new Int32Array(1),
  rows: new Int32Array(0),
  values: new Float64Array(0),
  cost: new Float64Array(0),
  size: new Float64Array(0),
  level: new Float64Array(0),
  sum: new Float64Array(0),
  isShut: new Uint8Array(0),
});

const roomFor = (length: number): number => 2 * length + 64;

const grownReals = (cells: Float64Array, length: number): Float64Array => {
  if (cells.length >= length) return cells;
  const larger = new Float64Array(roomFor(length));
  larger.set(cells);
  return larger;
};

const grownWholes = (cells: Int32Array, length: number): Int32Array => {
  if (cells.length >= length) return cells;
  const larger = new Int32Array(roomFor(length));
  larger.set(cells);
  return larger;
};

const grownFlags = (cells: Uint8Array, length: number): Uint8Array => {
  if (cells.length >= length) return cells;
  const larger = new Uint8Array(roomFor(length));
  larger.set(cells);
  return larger;
};

const makeRoom = (columns: Columns, count: number, cells: number): void => {
  columns.start = grownWholes(columns.start, count + 1);
  columns.rows = grownWholes(columns.rows, cells);
  columns.values = grownReals(columns.values, cells);
  columns.cost = grownReals(columns.cost, count);
  columns.size = grownReals(columns.size, count);
  columns.level = grownReals(columns.level, count);
  columns.sum = grownReals(columns.sum, count);
  columns.isShut = grownFlags(columns.isShut, count);
};

const addColumn = ({ columns, rowSize, unit }: State, column: LinearColumn): void => {
  const { rows, values, cost } = column;
  makeRoom(columns, columns.count + 1, columns.cells + rows.length);
  columns.rows.set(rows, columns.cells);
  columns.values.set(values, columns.cells);
  let size = 0;
  rows.forEach((row, at) => {
    const most = Math.abs(real(values, at));
    rowSize[row] = real(rowSize, row) + most;
    size += most;
  });
  columns.cost[columns.count] = cost / unit;
  columns.level[columns.count] = column.level;
  columns.size[columns.count] = size;
  columns.cells += rows.length;
  columns.start[++columns.count] = columns.cells;
};

const shutColumn = ({ columns, rowSize }: State, column: number, isShut: boolean): void => {
  if ((flagAt(columns.isShut, column) === 1) === isShut) return;
  columns.isShut[column] = isShut ? 1 : 0;
  columns.level[column] = 0;
  const sign = isShut ? -1 : 1;
  for (let at = whole(columns.start, column); at < whole(columns.start, column + 1); at++) {
    const row = whole(columns.rows, at);
    rowSize[row] = real(rowSize, row) + sign * Math.abs(real(columns.values, at));
  }
};

/** Moves each level along its reduced cost, within 0 and 1. */
const stepLevels = ({ columns, dual, reach }: State, counts: boolean): void => {
  const { start, rows, values, cost, size, level, sum, isShut } = columns;
  reach.fill(0);
  for (let column = 0; column < columns.count; column++) {
    if (flagAt(isShut, column) === 1) continue;
    const from = whole(start, column);
    const to = whole(start, column + 1);
    let slope = real(cost, column);
    for (let at = from; at < to; at++) slope -= real(values, at) * real(dual, whole(rows, at));
    const old = real(level, column);
    const next = Math.min(1, Math.max(0, old + slope / real(size, column)));
    level[column] = next;
    if (counts) sum[column] = real(sum, column) + next;
    const pushed = 2 * next - old;
    if (pushed === 0) continue;
    for (let at = from; at < to; at++) {
      const row = whole(rows, at);
      reach[row] = real(reach, row) + real(values, at) * pushed;
    }
  }
};

/** Moves each multiplier along what its row is short of or has too much of. */
const stepDuals = ({ lower, upper, dual, dualSum, rowSize, reach }: State, counts: boolean) => {
  for (let row = 0; row < dual.length; row++) {
    const size = Math.max(1, real(rowSize, row));
    const aim = real(dual, row) * size + real(reach, row);
    const near = Math.min(real(upper, row), Math.max(real(lower, row), aim));
    dual[row] = (aim - near) / size;
    if (counts) dualSum[row] = real(dualSum, row) + real(dual, row);
  }
};

const restartFromMean = ({ columns, dual, dualSum }: State, steps: number): void => {
  for (let row = 0; row < dual.length; row++) dual[row] = real(dualSum, row) / steps;
  for (let column = 0; column < columns.count; column++)
    columns.level[column] = real(columns.sum, column) / steps;
};

const workOfCell = 0.007;

const solved = (state: State, steps: number): LinearAnswer => {
  const { columns, dual, unit } = state;
  const half = steps >> 1;
  columns.sum.fill(0);
  state.dualSum.fill(0);
  for (let step = 0; step < steps; step++) {
    stepLevels(state, step >= half);
    stepDuals(state, step >= half);
  }
  restartFromMean(state, steps - half);
  let value = 0;
  for (let column = 0; column < columns.count; column++)
    value += real(columns.cost, column) * real(columns.level, column);
  return {
    levels: columns.level.slice(0, columns.count),
    duals: dual.map((price) => price * unit),
    value: value * unit,
    work: steps * (columns.cells + dual.length) * workOfCell,
  };
};

const programme = (ask: PrimalDualAsk, lower: Float64Array, upper: Float64Array) => {
  const state: State = {
    lower: lower.slice(),
    upper: upper.slice(),
    columns: noColumns(),
    dual: ask.duals.map((dual) => dual / ask.unit),
    dualSum: new Float64Array(lower.length),
    rowSize: new Float64Array(lower.length),
    reach: new Float64Array(lower.length),
    unit: ask.unit,
  };
  const made: LinearProgramme = {
    addColumns: (columns) => {
      for (const column of columns) addColumn(state, column);
    },
    setRow: (row, from, to) => {
      state.lower[row] = from;
      state.upper[row] = to;
    },
    shut: (columns, isShut) => {
      for (const column of columns) shutColumn(state, column, isShut);
    },
    goOnFrom: (duals) => {
      duals.forEach((dual, row) => (state.dual[row] = dual / ask.unit));
    },
    solve: () => solved(state, ask.steps),
  };
  return made;
};

/**
 * Linear programmes with columns between 0 and 1 by the primal-dual hybrid gradient method (Chambolle and Pock 2011), each row and
 * column with a step of its own (Pock and Chambolle 2011), begun again from the mean of a solve's second half (Applegate et al. 2021).
 * Answers are only near to right, but there is no basis to keep, so a whole country takes milliseconds a step.
 */
export const primalDualSolver = (ask: PrimalDualAsk): LinearSolver => ({
  create: (lower, upper) => programme(ask, lower, upper),
});
