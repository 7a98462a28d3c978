import { flagAt, real, whole } from "./cells.ts";
import { refactor, restart } from "./simplex-basis.ts";
import {
  type Lp,
  exchange,
  expandColumn,
  feasibilityTolerance,
  loadInverseRow,
  reducedCost,
  refresh,
  spread,
} from "./simplex.ts";

const pivotTolerance = 1e-9;
const refactorEvery = 50;

const shortListLength = 24;

/** Columns worth a look, found by one pass over all; asked again until none of them attracts (Maros 2003, partial pricing). */
type ShortList = { columns: number[] };

const isOut = (lp: Lp, column: number): boolean =>
  whole(lp.place, column) >= 0 || flagAt(lp.shut, column) === 1;

const bestOf = (lp: Lp, list: ShortList): number => {
  let best = -1;
  let gain = lp.tolerance;
  for (const column of list.columns) {
    if (isOut(lp, column)) continue;
    const reduced = reducedCost(lp, column);
    if (reduced <= gain) continue;
    gain = reduced;
    best = column;
  }
  return best;
};

const fillShortList = (lp: Lp, list: ShortList): void => {
  const found: { column: number; gain: number }[] = [];
  let least = lp.tolerance;
  for (let column = 0; column < lp.columns; column++) {
    if (isOut(lp, column)) continue;
    const gain = reducedCost(lp, column);
    if (gain <= least) continue;
    found.push({ column, gain });
    if (found.length < shortListLength * 4) continue;
    found.sort((a, b) => b.gain - a.gain || a.column - b.column).length = shortListLength;
    least = found.at(-1)?.gain ?? least;
  }
  found.sort((a, b) => b.gain - a.gain || a.column - b.column);
  list.columns = found.slice(0, shortListLength).map(({ column }) => column);
};

const bestEntering = (lp: Lp, list: ShortList): number => {
  const known = bestOf(lp, list);
  if (known >= 0) return known;
  fillShortList(lp, list);
  return bestOf(lp, list);
};

/** A basic column that is held at zero may not rise either. */
const blockingPivot = (lp: Lp, row: number): number => {
  const pivot = real(lp.work, row);
  return pivot < 0 && flagAt(lp.shut, whole(lp.basic, row)) === 1 ? -pivot : pivot;
};

/** The ratio test; among near ties the largest pivot, which keeps the inverse accurate (Harris 1973). */
const leavingRow = (lp: Lp, found: number): number => {
  let limit = Infinity;
  for (let at = 0; at < found; at++) {
    const row = whole(lp.touched, at);
    const pivot = blockingPivot(lp, row);
    if (pivot <= pivotTolerance) continue;
    limit = Math.min(limit, (Math.max(0, real(lp.level, row)) + feasibilityTolerance) / pivot);
  }
  let best = -1;
  let size = 0;
  for (let at = 0; at < found; at++) {
    const row = whole(lp.touched, at);
    const pivot = blockingPivot(lp, row);
    if (pivot <= pivotTolerance || pivot <= size) continue;
    if (Math.max(0, real(lp.level, row)) / pivot > limit) continue;
    best = row;
    size = pivot;
  }
  return best;
};

/** From a feasible basis to an optimal one. Stops early, still feasible, after `limit` pivots. */
export const primalSimplex = (lp: Lp, limit = 20 * lp.rows + 2000): void => {
  const list: ShortList = { columns: [] };
  lp.isOptimal = false;
  for (let step = 0; step < limit; step++) {
    if (lp.isStale || lp.since.length >= refactorEvery) refactor(lp);
    const entering = bestEntering(lp, list);
    lp.isOptimal = entering < 0;
    if (lp.isOptimal) return;
    const found = expandColumn(lp, entering);
    const row = leavingRow(lp, found);
    if (row < 0) return;
    loadInverseRow(lp, row);
    exchange(lp, entering, { row, found });
  }
};

const worstRow = (lp: Lp): number => {
  let worst = -1;
  let size = 10 * feasibilityTolerance;
  for (let row = 0; row < lp.rows; row++) {
    const level = real(lp.level, row);
    const violation = flagAt(lp.shut, whole(lp.basic, row)) === 1 ? Math.abs(level) : -level;
    if (violation <= size) continue;
    size = violation;
    worst = row;
  }
  return worst;
};

const rowEntry = (lp: Lp, column: number): number => {
  const { cellRow, cellValue, inverseRow } = lp;
  const end = whole(lp.end, column);
  let sum = 0;
  for (let at = whole(lp.start, column); at < end; at++)
    sum += real(inverseRow, whole(cellRow, at)) * real(cellValue, at);
  return sum;
};

const dualEntering = (lp: Lp, row: number): number => {
  const sign = real(lp.level, row) < 0 ? -1 : 1;
  loadInverseRow(lp, row);
  let best = -1;
  let ratio = Infinity;
  let size = 0;
  for (let column = 0; column < lp.columns; column++) {
    if (whole(lp.place, column) >= 0 || flagAt(lp.shut, column) === 1) continue;
    const pivot = sign * rowEntry(lp, column);
    if (pivot <= 1e-7) continue;
    const needed = Math.max(0, -reducedCost(lp, column)) / pivot;
    if (needed > ratio + 1e-9 || (needed > ratio - 1e-9 && pivot <= size)) continue;
    ratio = Math.min(ratio, needed);
    size = pivot;
    best = column;
  }
  return best;
};

type DualEnd = "feasible" | "infeasible" | "stopped";

/** From a basis that is optimal but not feasible to a feasible one. */
const dualSimplex = (lp: Lp, limit: number): DualEnd => {
  for (let step = 0; step < limit; step++) {
    if (lp.isStale || lp.since.length >= refactorEvery) refactor(lp);
    const row = worstRow(lp);
    if (row < 0) return "feasible";
    const entering = dualEntering(lp, row);
    if (entering < 0) return "infeasible";
    const found = expandColumn(lp, entering);
    exchange(lp, entering, { row, found });
  }
  return worstRow(lp) < 0 ? "feasible" : "stopped";
};

/** By how many tolerances costs are shifted apart. */
const shiftBy = 300;

/**
 * Lowers the cost of every attractive column until none attracts, and of each that just does not by an amount of its own: equal ratios
 * would let the dual method go round for ever. Returns what to give back.
 */
const calmCosts = (lp: Lp): ReadonlyMap<number, number> => {
  const lowered = new Map<number, number>();
  for (let column = 0; column < lp.columns; column++) {
    if (isOut(lp, column)) continue;
    const reduced = reducedCost(lp, column);
    const room = shiftBy * lp.tolerance * (1 + spread(column));
    if (reduced <= -room) continue;
    lowered.set(column, real(lp.cost, column));
    lp.cost[column] = real(lp.cost, column) - reduced - room;
  }
  return lowered;
};

/** The dual method with costs shifted so that it may start anywhere. False when nothing is feasible or the limit came first. */
const dualWithShifts = (lp: Lp, limit: number): DualEnd => {
  const lowered = calmCosts(lp);
  const end = dualSimplex(lp, limit);
  for (const [column, cost] of lowered) lp.cost[column] = cost;
  return end;
};

/** Levels and duals as they are, also after rows were added. */
const settle = (lp: Lp): void => (lp.isStale ? refactor(lp) : refresh(lp));

/** A short trial from an optimal basis after columns were shut: false only when nothing is feasible. */
export const calmedDualSimplex = (lp: Lp, limit: number): boolean => {
  settle(lp);
  return dualSimplex(lp, limit) !== "infeasible";
};

/**
 * Optimal again after any change of rows, costs or shut columns: the dual method with shifted costs, then the primal.
 * False when nothing is feasible.
 */
export const reoptimise = (lp: Lp): boolean => {
  settle(lp);
  if (worstRow(lp) >= 0) {
    const end = dualWithShifts(lp, 20 * lp.rows + 1000);
    refresh(lp);
    if (end === "infeasible") return false;
    if (end === "stopped") restart(lp);
  }
  primalSimplex(lp);
  return true;
};
