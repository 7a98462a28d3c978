import { entry, flagAt, real, whole } from "./cells.ts";
import type { Factor, Triangle } from "./simplex-triangles.ts";

/** The cells of columns, as a programme keeps them. */
export type Columns = {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly cellRow: Int32Array;
  readonly cellValue: Float64Array;
};

type Growing = {
  readonly rows: number[];
  readonly pivots: number[];
  readonly start: number[];
  readonly cellRow: number[];
  readonly cellValue: number[];
};

const growing = (): Growing => ({ rows: [], pivots: [], start: [0], cellRow: [], cellValue: [] });

const endStep = (triangle: Growing, row: number, pivot: number): void => {
  if (pivot === 1 && triangle.cellRow.length === triangle.start.at(-1)) return;
  triangle.rows.push(row);
  triangle.pivots.push(pivot);
  triangle.start.push(triangle.cellRow.length);
};

const pushCell = (triangle: Growing, row: number, value: number): void => {
  triangle.cellRow.push(row);
  triangle.cellValue.push(value);
};

const grown = (triangle: Growing): Triangle => ({
  count: triangle.rows.length,
  rows: Int32Array.from(triangle.rows),
  pivots: Float64Array.from(triangle.pivots),
  start: Int32Array.from(triangle.start),
  cellRow: Int32Array.from(triangle.cellRow),
  cellValue: Float64Array.from(triangle.cellValue),
});

/** A pivot smaller than this is none. */
const least = 1e-9;
/** What rounding leaves of nothing. */
const tiny = 1e-13;
/** A pivot may be so much smaller than the largest cell of its column, where it leaves less to do. */
const threshold = 0.1;

type Making = {
  readonly rows: number;
  readonly cells: Columns;
  readonly wanted: readonly number[];
  readonly lower: Growing;
  readonly upper: Growing;
  /** 1 where a row has its pivot, and where a wanted column has one or has none to get. */
  readonly rowDone: Uint8Array;
  readonly columnDone: Uint8Array;
  /** How many wanted columns without a pivot have a cell in a row without one, and the other way round. */
  readonly inRow: Int32Array;
  readonly inColumn: Int32Array;
  /** The wanted columns of row r lie from `from[r]` to before `from[r + 1]` in `columnsOfRow`. */
  readonly from: Int32Array;
  readonly columnsOfRow: Int32Array;
  readonly basic: Int32Array;
};

const startMaking = (rows: number, cells: Columns, wanted: readonly number[]): Making => {
  const inRow = new Int32Array(rows);
  const inColumn = new Int32Array(wanted.length);
  wanted.forEach((column, at) => {
    const end = whole(cells.end, column);
    inColumn[at] = end - whole(cells.start, column);
    for (let cell = whole(cells.start, column); cell < end; cell++) {
      const row = whole(cells.cellRow, cell);
      inRow[row] = whole(inRow, row) + 1;
    }
  });
  const from = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) from[row + 1] = whole(from, row) + whole(inRow, row);
  const columnsOfRow = new Int32Array(whole(from, rows));
  const next = from.slice(0, rows);
  wanted.forEach((column, at) => {
    const end = whole(cells.end, column);
    for (let cell = whole(cells.start, column); cell < end; cell++) {
      const row = whole(cells.cellRow, cell);
      columnsOfRow[whole(next, row)] = at;
      next[row] = whole(next, row) + 1;
    }
  });
  return {
    rows,
    cells,
    wanted,
    lower: growing(),
    upper: growing(),
    rowDone: new Uint8Array(rows),
    columnDone: new Uint8Array(wanted.length),
    inRow,
    inColumn,
    from,
    columnsOfRow,
    basic: new Int32Array(rows).fill(-1),
  };
};

/** Notes a pivot; columns and rows that have one open cell left go to the lists. */
const settle = (
  making: Making,
  pivot: { readonly at: number; readonly row: number },
  single: { readonly columns: number[]; readonly rows: number[] },
): void => {
  const { cells, wanted, rowDone, columnDone, inRow, inColumn, from, columnsOfRow } = making;
  const column = wanted[pivot.at] as number;
  columnDone[pivot.at] = 1;
  rowDone[pivot.row] = 1;
  making.basic[pivot.row] = column;
  const end = whole(cells.end, column);
  for (let cell = whole(cells.start, column); cell < end; cell++) {
    const row = whole(cells.cellRow, cell);
    inRow[row] = whole(inRow, row) - 1;
    if (whole(inRow, row) === 1 && flagAt(rowDone, row) === 0) single.rows.push(row);
  }
  const last = whole(from, pivot.row + 1);
  for (let place = whole(from, pivot.row); place < last; place++) {
    const other = whole(columnsOfRow, place);
    if (flagAt(columnDone, other) === 1) continue;
    inColumn[other] = whole(inColumn, other) - 1;
    if (whole(inColumn, other) === 1) single.columns.push(other);
  }
};

/** Writes a column whose open cells no other column has to do with: what is in settled rows lies above the pivot, the rest below it. */
const writePlain = (making: Making, at: number, pivotRow: number): void => {
  const { cells, wanted, rowDone, lower, upper } = making;
  const column = wanted[at] as number;
  const end = whole(cells.end, column);
  let pivot = 0;
  for (let cell = whole(cells.start, column); cell < end; cell++)
    if (whole(cells.cellRow, cell) === pivotRow) pivot = real(cells.cellValue, cell);
  for (let cell = whole(cells.start, column); cell < end; cell++) {
    const row = whole(cells.cellRow, cell);
    const value = real(cells.cellValue, cell);
    if (row === pivotRow) continue;
    if (flagAt(rowDone, row) === 1) pushCell(upper, row, value);
    else pushCell(lower, row, value / pivot);
  }
  endStep(lower, pivotRow, 1);
  endStep(upper, pivotRow, pivot);
};

const openRowOf = (making: Making, at: number): number => {
  const { cells, wanted, rowDone } = making;
  const column = wanted[at] as number;
  const end = whole(cells.end, column);
  for (let cell = whole(cells.start, column); cell < end; cell++) {
    const row = whole(cells.cellRow, cell);
    if (flagAt(rowDone, row) === 0) return row;
  }
  return -1;
};

const openColumnOf = (making: Making, row: number): number => {
  const { from, columnsOfRow, columnDone } = making;
  const end = whole(from, row + 1);
  for (let place = whole(from, row); place < end; place++)
    if (flagAt(columnDone, whole(columnsOfRow, place)) === 0) return whole(columnsOfRow, place);
  return -1;
};

/** Columns with one open cell, then rows with one, as long as there are any. */
const peel = (making: Making): void => {
  const { rows, wanted, inRow, inColumn, columnDone } = making;
  const single: { columns: number[]; rows: number[] } = { columns: [], rows: [] };
  for (let at = 0; at < wanted.length; at++) if (whole(inColumn, at) === 1) single.columns.push(at);
  for (let row = 0; row < rows; row++) if (whole(inRow, row) === 1) single.rows.push(row);
  for (;;) {
    const at = single.columns.pop();
    if (at !== undefined) {
      if (flagAt(columnDone, at) === 1 || whole(inColumn, at) !== 1) continue;
      const row = openRowOf(making, at);
      writePlain(making, at, row);
      settle(making, { at, row }, single);
      continue;
    }
    const row = single.rows.pop();
    if (row === undefined) return;
    const last = openColumnOf(making, row);
    if (last < 0) continue;
    writePlain(making, last, row);
    settle(making, { at: last, row }, single);
  }
};

/** A column in terms of the pivots so far, from `work` at its own cells. */
const reduce = (lower: Growing, work: Float64Array): void => {
  const { rows, start, cellRow, cellValue } = lower;
  for (let step = 0; step < rows.length; step++) {
    const share = real(work, entry(rows, step));
    if (share === 0) continue;
    const last = entry(start, step + 1);
    for (let cell = entry(start, step); cell < last; cell++) {
      const row = entry(cellRow, cell);
      work[row] = real(work, row) - share * entry(cellValue, cell);
    }
  }
};

/** Empties `work` into the triangles; returns the row of the pivot, or -1 where there is none. */
const split = (making: Making, work: Float64Array): number => {
  const { rows, lower, upper, rowDone, inRow } = making;
  const open: number[] = [];
  let size = least;
  const before = upper.cellRow.length;
  for (let row = 0; row < rows; row++) {
    const value = real(work, row);
    if (value === 0) continue;
    const magnitude = Math.abs(value);
    if (magnitude < tiny) work[row] = 0;
    else if (flagAt(rowDone, row) === 1) {
      pushCell(upper, row, value);
      work[row] = 0;
    } else {
      open.push(row);
      if (magnitude > size) size = magnitude;
    }
  }
  let best = -1;
  if (size > least)
    for (const row of open)
      if (
        Math.abs(real(work, row)) >= threshold * size &&
        (best < 0 || whole(inRow, row) < whole(inRow, best))
      )
        best = row;
  if (best < 0) {
    upper.cellRow.length = before;
    upper.cellValue.length = before;
  } else {
    const pivot = real(work, best);
    for (const row of open) if (row !== best) pushCell(lower, row, real(work, row) / pivot);
    endStep(lower, best, 1);
    endStep(upper, best, pivot);
  }
  for (const row of open) work[row] = 0;
  return best;
};

/** What is left, column after column: each in terms of the pivots so far, its own pivot where the fewest others have a cell. */
const eliminate = (making: Making): void => {
  const { rows, cells, wanted, columnDone, inColumn } = making;
  const left: number[] = [];
  for (let at = 0; at < wanted.length; at++) if (flagAt(columnDone, at) === 0) left.push(at);
  left.sort((a, b) => whole(inColumn, a) - whole(inColumn, b) || a - b);
  const work = new Float64Array(rows);
  for (const at of left) {
    const column = entry(wanted, at);
    const end = whole(cells.end, column);
    for (let cell = whole(cells.start, column); cell < end; cell++)
      work[whole(cells.cellRow, cell)] = real(cells.cellValue, cell);
    reduce(making.lower, work);
    const row = split(making, work);
    if (row >= 0) settle(making, { at, row }, { columns: [], rows: [] });
  }
};

/**
 * The factors of a basis of these columns; `basic` holds the column of each row, or -1 where none of them is left for it: a unit column has its
 * place there. Columns that depend on the others are left out.
 */
export const factorise = (
  rows: number,
  cells: Columns,
  wanted: readonly number[],
): { readonly factor: Factor; readonly basic: Int32Array } => {
  const making = startMaking(rows, cells, wanted);
  peel(making);
  eliminate(making);
  return {
    factor: { lower: grown(making.lower), upper: grown(making.upper) },
    basic: making.basic,
  };
};
