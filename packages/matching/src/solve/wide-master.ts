import { entry, flagAt, real, whole } from "./cells.ts";
import { type Knapsack, createKnapsack } from "./knapsack.ts";
import type { LinearColumn, LinearProgramme, LinearSolver } from "./linear-solver.ts";
import type { Model } from "./model.ts";
import { type Duals, netValues } from "./net-values.ts";
import type { Stage } from "./objective.ts";
import { setKey } from "./rows.ts";

export type WideSet = { readonly provider: number; readonly items: Int32Array };

/** The Dantzig–Wolfe master of a part of several hundred requests, solved by a library that keeps a sparse factorisation. */
export type WideMaster = {
  readonly model: Model;
  readonly lp: LinearProgramme;
  readonly sack: Knapsack;
  readonly sets: WideSet[];
  readonly known: Set<string>;
  /** Sets not yet handed to the programme. */
  readonly fresh: LinearColumn[];
  readonly net: Float64Array;
  /** 1 for each item that a dive or the stage rules out. */
  readonly off: Uint8Array;
  /** 1 for each item that a dive demands of its provider. */
  readonly held: Uint8Array;
  readonly stage: Stage;
};

export const leadRow = (request: number): number => request;
export const specialistRow = (model: Model, request: number): number =>
  model.requestCount + request;
export const providerRow = (model: Model, provider: number): number =>
  2 * model.requestCount + provider;
export const bandRow = (model: Model, band: number): number =>
  2 * model.requestCount + model.providerCount + band;

export const createWideMaster = (model: Model, stage: Stage, solver: LinearSolver): WideMaster => {
  const rows = 2 * model.requestCount + model.providerCount + 4;
  const upper = new Float64Array(rows).fill(1);
  upper.fill(0, model.requestCount, 2 * model.requestCount);
  upper.fill(Infinity, rows - 4);
  const master: WideMaster = {
    model,
    lp: solver.create(new Float64Array(rows).fill(-Infinity), upper),
    sack: createKnapsack(),
    sets: [],
    known: new Set(),
    fresh: [],
    net: new Float64Array(model.itemCount),
    off: new Uint8Array(model.itemCount),
    held: new Uint8Array(model.itemCount),
    stage,
  };
  holdBands(master, stage);
  return master;
};

const pointsOf = ({ stage }: WideMaster, items: Int32Array): number => {
  let sum = 0;
  for (const item of items) sum += real(stage.points, item);
  return sum;
};

const holdBands = (master: WideMaster, stage: Stage): void => {
  master.off.set(stage.leftOut);
  stage.holds.forEach((hold, band) => {
    const least = hold === "free" ? -Infinity : entry(stage.served, band);
    master.lp.setRow(bandRow(master.model, band), least, Infinity);
  });
};

const columnOf = (master: WideMaster, { provider, items, level }: LevelledSet): LinearColumn => {
  const { model } = master;
  const cells = new Map<number, number>([[providerRow(model, provider), 1]]);
  const add = (row: number, by: number): void => {
    cells.set(row, (cells.get(row) ?? 0) + by);
  };
  for (const item of items) {
    const request = whole(model.request, item);
    if (flagAt(model.isLead, item) === 0) {
      add(specialistRow(model, request), 1);
      continue;
    }
    add(leadRow(request), 1);
    add(bandRow(model, whole(model.band, item)), 1);
    if (flagAt(model.opensSpecialist, item) === 1) add(specialistRow(model, request), -1);
  }
  const order = [...cells.keys()].sort((a, b) => a - b);
  return {
    cost: pointsOf(master, items),
    level,
    rows: Int32Array.from(order),
    values: Float64Array.from(order, (row) => cells.get(row) ?? 0),
  };
};

/** A set and how much of it the programme starts from. */
export type LevelledSet = WideSet & { readonly level: number };

export const addWideSet = (master: WideMaster, provider: number, items: Int32Array): boolean =>
  addLevelled(master, { provider, items, level: 0 });

export const addLevelled = (master: WideMaster, set: LevelledSet): boolean => {
  const { provider, items } = set;
  const key = setKey(provider, items);
  if (items.length === 0 || master.known.has(key)) return false;
  master.known.add(key);
  master.sets.push({ provider, items });
  master.fresh.push(columnOf(master, set));
  return true;
};

export const handOver = (master: WideMaster): void => {
  master.lp.addColumns(master.fresh);
  master.fresh.length = 0;
};

/** The programme's duals as multipliers with the right signs. */
export const wideDuals = ({ model, stage }: WideMaster, duals: Float64Array): Duals => {
  const count = model.requestCount;
  const least = (from: number) => duals.slice(from, from + count).map((dual) => Math.max(0, dual));
  return {
    lead: least(0),
    specialist: least(count),
    band: Float64Array.from(stage.holds, (hold, band) =>
      hold === "free" ? 0 : Math.min(0, real(duals, bandRow(model, band))),
    ),
  };
};

/** What a look at all providers gave: a bound for every plan of the stage, and how many sets were new. */
export type Priced = { readonly bound: number; readonly added: number };

/** What one provider's best set is worth, net, and how many sets were new. */
export type PricedProvider = { readonly worth: number; readonly added: number };

/** Prices every provider that has any choice at these multipliers, each as `price` does it. */
export const priceEach = (
  { model, stage, net }: WideMaster,
  duals: Duals,
  price: (provider: number) => PricedProvider,
): Priced => {
  netValues(model, stage.points, { duals, net });
  let bound = duals.lead.reduce((sum, dual) => sum + dual, 0);
  stage.served.forEach((served, band) => (bound += served * real(duals.band, band)));
  let added = 0;
  for (let provider = 0; provider < model.providerCount; provider++) {
    if (entry(model.itemsOfProvider, provider).length === 0) continue;
    const answer = price(provider);
    bound += answer.worth;
    added += answer.added;
  }
  return { bound, added };
};
