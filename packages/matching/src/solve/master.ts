import { entry, flagAt, real, whole } from "./cells.ts";
import { type Knapsack, createKnapsack } from "./knapsack.ts";
import type { Model } from "./model.ts";
import { type Stage, penaltyOf } from "./objective.ts";
import {
  type Rows,
  type Solved,
  carriedSlacks,
  holdBands,
  makeRows,
  nudge,
  setColumn,
  setKey,
} from "./rows.ts";
import { installBasis } from "./simplex-basis.ts";
import { type Lp, type SparseColumn, addColumn, addRow, createLp } from "./simplex.ts";
import { type SubsetRows, cutRowsOf, elementsOf, noSubsetRows, noteCut } from "./subset-rows.ts";

/**
 * The restricted master of the Dantzig–Wolfe reformulation (Dantzig and Wolfe 1960; Barnhart et al. 1998): a column is a set of
 * placements that one provider can take on together. Rows: one lead a request; a specialist only beside a lead that leaves
 * room for one; one column a provider; leads served in each band.
 */
export type Master = {
  readonly model: Model;
  readonly lp: Lp;
  readonly sack: Knapsack;
  readonly rows: Rows;
  readonly sets: Int32Array[];
  readonly setProvider: number[];
  /** The LP column of each set, and the set of each LP column (or -1). */
  readonly columnOf: number[];
  readonly setOf: number[];
  readonly known: Set<string>;
  stage: Stage;
  /** What the node of the search rules out, demands of providers, and demands for requests. */
  readonly at: { off: Uint8Array; held: Uint8Array; served: Uint8Array };
  /** What the stage leaves out altogether. */
  readonly leftOut: Uint8Array;
  /** Cuts over three rows, which every whole plan obeys, whatever the stage. */
  readonly cuts: SubsetRows;
  /** Value of each item net of the duals. */
  readonly net: Float64Array;
  rounds: number;
};

const noteSet = (master: Master, column: number, set: number): void => {
  master.setOf[column] = set;
};

export const createMaster = (model: Model, stage: Stage): Master => {
  const lp = createLp();
  const rows = makeRows(lp, model, {
    lead: (request) => entry(model.leadsOfRequest, request).length > 0,
    specialist: (request) => entry(model.specialistsOfRequest, request).length > 0,
    provider: (provider) => entry(model.itemsOfProvider, provider).length > 0,
  });
  const master: Master = {
    model,
    lp,
    sack: createKnapsack(),
    rows,
    sets: [],
    setProvider: [],
    columnOf: [],
    setOf: [],
    known: new Set(),
    stage,
    at: {
      off: new Uint8Array(model.itemCount),
      held: new Uint8Array(model.itemCount),
      served: new Uint8Array(model.requestCount),
    },
    leftOut: new Uint8Array(model.itemCount),
    cuts: noSubsetRows(),
    net: new Float64Array(model.itemCount),
    rounds: 0,
  };
  setStage(master, stage);
  return master;
};

const pointsOfSet = (master: Master, items: Int32Array): number => {
  let sum = 0;
  for (const item of items) sum += real(master.stage.points, item);
  return sum;
};

/** Turns the master to another stage; all columns stay. */
export const setStage = (master: Master, stage: Stage): void => {
  const { lp } = master;
  master.stage = stage;
  master.sets.forEach((items, set) => {
    lp.cost[entry(master.columnOf, set)] = pointsOfSet(master, items);
  });
  holdBands(lp, master.rows, stage);
  master.leftOut.set(stage.leftOut);
  for (let set = 0, count = master.sets.length; set < count; set++)
    addSet(
      master,
      entry(master.setProvider, set),
      entry(master.sets, set).filter((item) => flagAt(stage.leftOut, item) === 0),
    );
};

/** Whether a set obeys what is off and held at this node. */
export const obeys = (master: Master, set: number): boolean => {
  const { off, held } = master.at;
  const items = entry(master.sets, set);
  for (const item of items) if (flagAt(off, item) === 1) return false;
  for (const item of entry(master.model.itemsOfProvider, entry(master.setProvider, set)))
    if (flagAt(held, item) === 1 && !items.includes(item)) return false;
  return true;
};

const columnOfSet = (master: Master, provider: number, items: Int32Array): SparseColumn => {
  const { model, rows, cuts } = master;
  const column = setColumn(model, rows, { items, provider });
  if (cuts.rows.length === 0) return column;
  const inCuts = cutRowsOf(cuts, elementsOf(model, items, provider));
  return {
    rows: Int32Array.from([...column.rows, ...inCuts]),
    values: Float64Array.from([...column.values, ...inCuts.map(() => 1)]),
  };
};

/** Of three rows that pack, only one set that touches two or more: adds the row to all columns. */
export const addCut = (master: Master, three: readonly number[]): void => {
  const { model, lp, cuts } = master;
  const coefficients = new Map<number, number>();
  master.sets.forEach((items, set) => {
    const elements = elementsOf(model, items, entry(master.setProvider, set));
    if (elements.filter((element) => three.includes(element)).length >= 2)
      coefficients.set(entry(master.columnOf, set), 1);
  });
  noteCut(cuts, three, addRow(lp, 1 + nudge(lp.rows), coefficients));
};

/** Adds a set as a column unless it is there. Returns true when it is new. */
export const addSet = (master: Master, provider: number, items: Int32Array): boolean => {
  const key = setKey(provider, items);
  if (items.length === 0 || master.known.has(key)) return false;
  master.known.add(key);
  const set = master.sets.length;
  master.sets.push(items);
  master.setProvider.push(provider);
  const column = addColumn(
    master.lp,
    columnOfSet(master, provider, items),
    pointsOfSet(master, items),
  );
  master.columnOf.push(column);
  noteSet(master, column, set);
  master.lp.shut[column] = obeys(master, set) ? 0 : 1;
  return true;
};

/** A row that must be full pays for any slack; its right-hand side is then exact. */
const demand = (master: Master, row: number, full: boolean): void => {
  const { lp } = master;
  lp.cost[entry(lp.slackOf, row)] = full ? -penaltyOf(master.stage.points) : 0;
  lp.rhs[row] = full ? 1 : 1 + nudge(row);
};

/** Brings the columns and rows into line with `at`, and gives each provider that must serve someone a column. */
export const applyNode = (master: Master): void => {
  const { lp, model, at, rows } = master;
  for (let set = 0; set < master.sets.length; set++)
    lp.shut[entry(master.columnOf, set)] = obeys(master, set) ? 0 : 1;
  for (let provider = 0; provider < model.providerCount; provider++) {
    const row = whole(rows.provider, provider);
    if (row < 0) continue;
    const held = entry(model.itemsOfProvider, provider).filter(
      (item) => flagAt(at.held, item) === 1,
    );
    demand(master, row, held.length > 0);
    if (held.length > 0) addSet(master, provider, held);
  }
  for (let request = 0; request < model.requestCount; request++) {
    const row = whole(rows.lead, request);
    if (row >= 0) demand(master, row, flagAt(at.served, request) === 1);
  }
};

/** Back to the root of the search. */
export const resetNode = (master: Master): void => {
  master.at.off.set(master.leftOut);
  master.at.held.fill(0);
  master.at.served.fill(0);
  applyNode(master);
};

/** The basic sets of one master, as columns of another that has them at the same places. */
const basicSets = (from: Master, to: Master): number[] =>
  Array.from(from.lp.basic.subarray(0, from.lp.rows)).flatMap((column) => {
    const set = from.setOf[column];
    return set === undefined ? [] : [entry(to.columnOf, set)];
  });

/** The same programme at the root of its stage, with the same sets, on its own; from the same basis. */
export const copyMaster = (master: Master): Master => {
  const copy = createMaster(master.model, master.stage);
  master.sets.forEach((items, set) => addSet(copy, entry(master.setProvider, set), items));
  resetNode(copy);
  installBasis(copy.lp, [...carriedSlacks(master, copy), ...basicSets(master, copy)]);
  return copy;
};

/** The master's basis, for a pool to start from. */
export const solvedMaster = (master: Master): Solved => ({
  lp: master.lp,
  rows: master.rows,
  keyOf: (column) => {
    const set = master.setOf[column];
    return set === undefined
      ? undefined
      : setKey(entry(master.setProvider, set), entry(master.sets, set));
  },
});
