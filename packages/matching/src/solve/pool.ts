import type { Solved } from "./rows.ts";
import { entry, flagAt, real, whole } from "./cells.ts";
import type { SetList } from "./enumerate.ts";
import type { Model } from "./model.ts";
import type { Stage } from "./objective.ts";
import { type Rows, carriedSlacks, holdBands, makeRows, setColumn, setKey } from "./rows.ts";
import { installBasis } from "./simplex-basis.ts";
import { type Lp, addColumn, addRow, columnCells, createLp, reducedCost } from "./simplex.ts";
import { elementCount, elementsOf } from "./subset-rows.ts";

/**
 * A set-packing problem over listed sets. Every row that packs (a request's lead, a request's specialist, a provider) is an
 * element; `elementsOf` gives the elements of each set, from which cuts are made.
 */
export type Pool = {
  readonly model: Model;
  readonly stage: Stage;
  readonly list: SetList;
  readonly lp: Lp;
  readonly rows: Rows;
  readonly firstColumn: number;
  readonly elementsOf: readonly Int32Array[];
  readonly setsOfElement: readonly number[][];
  /** How many decisions hold each set at zero. */
  readonly shutBy: Int32Array;
  readonly baseRows: number;
};

const used = (list: SetList, model: Model) => {
  const lead = new Uint8Array(model.requestCount);
  const specialist = new Uint8Array(model.requestCount);
  const provider = new Uint8Array(model.providerCount);
  list.sets.forEach((set, index) => {
    provider[entry(list.providers, index)] = 1;
    for (const item of set) {
      const side = flagAt(model.isLead, item) === 1 ? lead : specialist;
      side[whole(model.request, item)] = 1;
    }
  });
  return { lead, specialist, provider };
};

const pointsOf = (stage: Stage, items: Iterable<number>): number => {
  let sum = 0;
  for (const item of items) sum += real(stage.points, item);
  return sum;
};

export const createPool = (model: Model, stage: Stage, list: SetList): Pool => {
  const lp = createLp();
  const present = used(list, model);
  const rows = makeRows(lp, model, {
    lead: (request) => flagAt(present.lead, request) === 1,
    specialist: (request) => flagAt(present.specialist, request) === 1,
    provider: (provider) => flagAt(present.provider, provider) === 1,
  });
  holdBands(lp, rows, stage);
  const firstColumn = lp.columns;
  const setsOfElement: number[][] = Array.from({ length: elementCount(model) }, () => []);
  const elements = list.sets.map((items, index) => {
    const provider = entry(list.providers, index);
    const worth = list.worth?.[index] ?? pointsOf(stage, items);
    addColumn(lp, setColumn(model, rows, { items, provider }), worth);
    const own = elementsOf(model, items, provider);
    for (const element of own) entry(setsOfElement, element).push(index);
    return own;
  });
  return {
    model,
    stage,
    list,
    lp,
    rows,
    firstColumn,
    elementsOf: elements,
    setsOfElement,
    shutBy: new Int32Array(list.sets.length),
    baseRows: lp.rows,
  };
};

const keyAt = (list: SetList, index: number): string =>
  setKey(entry(list.providers, index), entry(list.sets, index));

/** Starts the pool from the basis of a solved relative, as far as its sets are there. */
export const startFrom = (pool: Pool, solved: Solved): void => {
  const columnOfKey = new Map(
    pool.list.sets.map((_, index) => [keyAt(pool.list, index), pool.firstColumn + index]),
  );
  const sets: number[] = [];
  for (let row = 0; row < solved.lp.rows; row++) {
    const column = columnOfKey.get(solved.keyOf(whole(solved.lp.basic, row)) ?? "");
    if (column !== undefined) sets.push(column);
  }
  installBasis(pool.lp, [...carriedSlacks(solved, pool), ...sets]);
};

export const solvedPool = (pool: Pool): Solved => ({
  lp: pool.lp,
  rows: pool.rows,
  keyOf: (column) => {
    const index = column - pool.firstColumn;
    return index >= 0 && index < pool.list.sets.length ? keyAt(pool.list, index) : undefined;
  },
});

/** What sets still gain at the duals: of each provider the best set, as it has one. */
const unpriced = ({ lp, list, firstColumn, rows, model }: Pool): number => {
  const gain = new Map<number, number>();
  list.providers.forEach((provider, index) => {
    const column = firstColumn + index;
    if (flagAt(lp.shut, column) === 1) return;
    gain.set(provider, Math.max(gain.get(provider) ?? 0, reducedCost(lp, column)));
  });
  let sum = 0;
  for (const each of gain.values()) sum += each;
  for (const column of rows.over) sum += Math.max(0, reducedCost(lp, column)) * model.requestCount;
  return sum;
};

/** What the right-hand sides come to at the duals, free of their nudges. */
const rowsWorth = (pool: Pool): number => {
  const { lp, stage, baseRows } = pool;
  const firstBand = baseRows - 4;
  let bound = 0;
  for (let row = 0; row < lp.rows; row++) {
    const dual = real(lp.duals, row);
    const band = row - firstBand;
    const shut = flagAt(lp.shut, entry(lp.slackOf, row)) === 1;
    if (band >= 0 && band < 4) bound += dual * entry(stage.served, band);
    else bound += (shut ? dual : Math.max(0, dual)) * Math.round(real(lp.rhs, row));
  }
  return bound;
};

/** An upper bound on the points of every whole plan from any duals. */
export const pricedBound = (pool: Pool): number => rowsWorth(pool) + unpriced(pool);

/** An upper bound on the points of every whole plan; where the method came to its end, no set gains anything. */
export const poolBound = (pool: Pool): number =>
  pool.lp.isOptimal ? rowsWorth(pool) : pricedBound(pool);

/** The same problem with only the sets still open and the cuts that bind, started from the same basis. */
export const compress = (pool: Pool): Pool => {
  const { lp, list } = pool;
  const kept = list.sets.flatMap((_, index) => (whole(pool.shutBy, index) > 0 ? [] : [index]));
  const newIndex = new Map(kept.map((index, at) => [index, at]));
  const smaller = createPool(pool.model, pool.stage, {
    sets: kept.map((index) => entry(list.sets, index)),
    providers: kept.map((index) => entry(list.providers, index)),
    ...(list.worth === undefined ? {} : { worth: kept.map((index) => list.worth?.[index] ?? 0) }),
  });
  const cuts = new Map<number, Map<number, number>>();
  for (let row = pool.baseRows; row < lp.rows; row++)
    if (whole(lp.place, entry(lp.slackOf, row)) < 0) cuts.set(row, new Map());
  const note = (column: number, to: number): void => {
    const { rows, values } = columnCells(lp, column);
    rows.forEach((row, at) => cuts.get(row)?.set(to, real(values, at)));
  };
  for (const [index, at] of newIndex) note(pool.firstColumn + index, smaller.firstColumn + at);
  pool.rows.over.forEach((column, band) => note(column, whole(smaller.rows.over, band)));
  for (const [row, coefficients] of cuts) addRow(smaller.lp, real(lp.rhs, row), coefficients);
  startFrom(smaller, solvedPool(pool));
  return smaller;
};
