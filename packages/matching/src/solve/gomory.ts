import { entry, real, whole } from "./cells.ts";
import type { Pool } from "./pool.ts";
import { addRow, levelOf, loadInverseRow } from "./simplex.ts";

type Multipliers = {
  readonly rows: readonly number[];
  readonly shares: readonly number[];
  readonly of: number;
};

type Cut = {
  readonly coefficients: ReadonlyMap<number, number>;
  readonly rhs: number;
  readonly strength: number;
};

const largestDenominator = 24;

/** The fractional parts of one row of the inverse as exact fractions p/q with a small q; nothing where there is none. */
const multipliersOf = (pool: Pool, row: number): Multipliers | undefined => {
  const { lp } = pool;
  const rows: number[] = [];
  const parts: number[] = [];
  loadInverseRow(lp, row);
  for (let k = 0; k < lp.rows; k++) {
    const cell = real(lp.inverseRow, k);
    const part = cell - Math.floor(cell + 1e-7);
    if (part < 1e-6) continue;
    rows.push(k);
    parts.push(part);
  }
  for (let of = 2; of <= largestDenominator; of++)
    if (parts.every((part) => Math.abs(part * of - Math.round(part * of)) < 1e-5))
      return { rows, shares: parts.map((part) => Math.round(part * of)), of };
  return undefined;
};

type RowCells = { readonly columns: number[]; readonly values: number[] };

const weigh = (pool: Pool, cellsOfRow: readonly RowCells[], by: Multipliers) => {
  const sums = new Map<number, number>();
  let rhs = 0;
  by.rows.forEach((row, at) => {
    const share = entry(by.shares, at);
    const { columns, values } = entry(cellsOfRow, row);
    rhs += share * Math.round(real(pool.lp.rhs, row));
    for (let cell = 0; cell < columns.length; cell++) {
      const column = entry(columns, cell);
      sums.set(column, (sums.get(column) ?? 0) + share * entry(values, cell));
    }
  });
  return { sums, rhs };
};

const cutOf = (pool: Pool, cellsOfRow: readonly RowCells[], by: Multipliers): Cut | undefined => {
  const { sums, rhs: sum } = weigh(pool, cellsOfRow, by);
  const rhs = Math.floor(sum / by.of);
  const coefficients = new Map<number, number>();
  let activity = 0;
  let square = 0;
  for (const [column, value] of sums) {
    const coefficient = Math.floor(value / by.of);
    if (coefficient === 0) continue;
    coefficients.set(column, coefficient);
    activity += coefficient * levelOf(pool.lp, column);
    square += coefficient * coefficient;
  }
  const violation = activity - rhs;
  if (violation < 0.02 || square === 0) return undefined;
  return { coefficients, rhs, strength: violation / Math.sqrt(square) };
};

/** The matrix by rows, slacks left out: their multiplier is below one, so a cut never holds them. */
const cellsByRow = ({ lp }: Pool): readonly RowCells[] => {
  const lists = Array.from({ length: lp.rows }, (): RowCells => ({ columns: [], values: [] }));
  const slacks = new Set(lp.slackOf);
  for (let column = 0; column < lp.columns; column++) {
    if (slacks.has(column)) continue;
    const end = whole(lp.end, column);
    for (let at = whole(lp.start, column); at < end; at++) {
      const list = entry(lists, whole(lp.cellRow, at));
      list.columns.push(column);
      list.values.push(real(lp.cellValue, at));
    }
  }
  return lists;
};

const keyOf = (cut: Cut): string => `${cut.rhs}|${[...cut.coefficients.keys()].sort().join()}`;

/**
 * Adds Chvátal–Gomory cuts read off the simplex tableau (Gomory 1958; Chvátal 1973). The multipliers are snapped to exact small
 * fractions and the coefficients found in whole-number arithmetic, so a cut never takes away a true plan.
 */
export const addGomoryCuts = (pool: Pool, limit: number): number => {
  const { lp } = pool;
  const cellsOfRow = cellsByRow(pool);
  const cuts = new Map<string, Cut>();
  for (let row = 0; row < lp.rows; row++) {
    const level = real(lp.level, row);
    if (Math.abs(level - Math.round(level)) < 1e-3) continue;
    if (whole(lp.basic, row) < 0) continue;
    const by = multipliersOf(pool, row);
    const cut = by === undefined ? undefined : cutOf(pool, cellsOfRow, by);
    if (cut !== undefined) cuts.set(keyOf(cut), cut);
  }
  const chosen = [...cuts.values()].sort((a, b) => b.strength - a.strength).slice(0, limit);
  for (const cut of chosen) addRow(lp, cut.rhs, cut.coefficients);
  return chosen.length;
};
