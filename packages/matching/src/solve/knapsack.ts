import { flagAt, real, whole } from "./cells.ts";
import {
  type CutPrices,
  type SackCuts,
  createSackCuts,
  enter,
  leave,
  loadCuts,
} from "./knapsack-cuts.ts";
import { type Model, anyWindow, earlyWindow } from "./model.ts";

/**
 * The pricing problem of one provider: which placements to take so that their values sum to the most, within days, early
 * days, late days and the number of schools. A dynamic programme over days and count (Bellman 1957) gives the exact best
 * without the windows; a depth-first search below it adds the windows and what cuts cost, and also lists every near-best set.
 */
export type Knapsack = {
  items: Int32Array;
  values: Float64Array;
  size: number;
  table: Float64Array;
  days: number;
  schools: number;
  early: number;
  late: number;
  base: number;
  /** Items that every set must hold. */
  held: number[];
  possible: boolean;
  chosen: Int32Array;
  depth: number;
  readonly cuts: SackCuts;
  /** Cells and steps so far; the one who tells the work sets it back. */
  steps: number;
};

export const createKnapsack = (): Knapsack => ({
  items: new Int32Array(64),
  values: new Float64Array(64),
  size: 0,
  table: new Float64Array(0),
  days: 0,
  schools: 0,
  early: 0,
  late: 0,
  base: 0,
  held: [],
  possible: true,
  chosen: new Int32Array(64),
  depth: 0,
  cuts: createSackCuts(),
  steps: 0,
});

/** Which items may be used, and which must be, at a node of the search. */
export type Restriction = { readonly off: Uint8Array; readonly held: Uint8Array };

const subtract = (sack: Knapsack, model: Model, item: number): void => {
  const days = whole(model.days, item);
  const window = whole(model.window, item);
  sack.days -= days;
  sack.schools--;
  if (window === earlyWindow) sack.early -= days;
  else if (window !== anyWindow) sack.late -= days;
};

const start = (sack: Knapsack, model: Model, provider: number): void => {
  sack.days = whole(model.capDays, provider);
  sack.schools = whole(model.capSchools, provider);
  sack.early = whole(model.capEarly, provider);
  sack.late = whole(model.capLate, provider);
  sack.size = 0;
  sack.base = 0;
  sack.held.length = 0;
  sack.depth = 0;
};

const roomFor = (sack: Knapsack, count: number): void => {
  if (count <= sack.items.length) return;
  sack.items = new Int32Array(count * 2);
  sack.values = new Float64Array(count * 2);
  sack.chosen = new Int32Array(count * 2);
};

const fillTable = (sack: Knapsack, model: Model): void => {
  const width = sack.days + 1;
  const layer = width * (sack.schools + 1);
  const needed = layer * (sack.size + 1);
  if (sack.table.length < needed) sack.table = new Float64Array(needed * 2);
  const { table } = sack;
  sack.steps += needed;
  table.fill(0, sack.size * layer, needed);
  for (let k = sack.size - 1; k >= 0; k--) {
    const value = real(sack.values, k);
    const days = whole(model.days, whole(sack.items, k));
    const from = k * layer;
    const next = from + layer;
    table.copyWithin(from, next, next + (days > sack.days ? layer : width));
    if (days > sack.days) continue;
    for (let count = 1; count <= sack.schools; count++) {
      const here = from + count * width;
      const skip = next + count * width;
      const take = skip - width - days;
      for (let d = 0; d < days; d++) table[here + d] = real(table, skip + d);
      for (let d = days; d < width; d++) {
        const with_ = real(table, take + d) + value;
        const without = real(table, skip + d);
        table[here + d] = with_ > without ? with_ : without;
      }
    }
  }
};

const tighten = (sack: Knapsack, model: Model): void => {
  let days = 0;
  for (let k = 0; k < sack.size; k++) days += whole(model.days, whole(sack.items, k));
  sack.days = Math.min(sack.days, days);
  sack.schools = Math.min(sack.schools, sack.size);
};

type Shelved = { readonly model: Model; readonly index: number; readonly items: Int32Array };

type LoadAsk = {
  readonly values: Float64Array;
  readonly floor: number;
  readonly at?: Restriction | undefined;
  readonly cuts?: CutPrices | undefined;
};

/** Loads one provider's items whose value is above `floor`, without a table. Returns false when held items do not fit. */
export const loadItems = (sack: Knapsack, provider: Shelved, ask: LoadAsk): boolean => {
  const { model, index, items } = provider;
  start(sack, model, index);
  roomFor(sack, items.length);
  for (let at = 0; at < items.length; at++) {
    const item = whole(items, at);
    if (ask.at !== undefined && flagAt(ask.at.off, item) === 1) continue;
    const value = real(ask.values, item);
    if (ask.at !== undefined && flagAt(ask.at.held, item) === 1) {
      sack.held.push(item);
      sack.base += value;
      subtract(sack, model, item);
    } else if (value > ask.floor) {
      sack.items[sack.size] = item;
      sack.values[sack.size] = value;
      sack.size++;
    }
  }
  const { held, items: loaded, size } = sack;
  sack.base -= loadCuts(sack.cuts, ask.cuts, { model, provider: index, held, items: loaded, size });
  sack.possible = sack.days >= 0 && sack.schools >= 0 && sack.early >= 0 && sack.late >= 0;
  return sack.possible;
};

/** The same with the table of the best without windows. */
export const loadKnapsack = (sack: Knapsack, provider: Shelved, ask: LoadAsk): boolean => {
  if (!loadItems(sack, provider, ask)) return false;
  tighten(sack, provider.model);
  fillTable(sack, provider.model);
  return true;
};

/** The best without the windows and without what cuts cost: never below the true best. */
export const relaxedBest = (sack: Knapsack): number =>
  sack.base + real(sack.table, (sack.days + 1) * (sack.schools + 1) - 1);

export type Found = (sack: Knapsack, value: number) => number;

type Room = { days: number; schools: number; early: number; late: number };

export type Hunt = {
  readonly model: Model;
  /** Sets below this value are left out; `found` may raise it. */
  threshold: number;
  /** Told of each set (`chosen` up to `depth`, besides `held`); returns the new threshold. */
  readonly found: Found;
  stepsLeft: number;
};

const fitsWindow = (model: Model, item: number, room: Room): boolean => {
  const window = whole(model.window, item);
  if (window === anyWindow) return true;
  return whole(model.days, item) <= (window === earlyWindow ? room.early : room.late);
};

const take = (room: Room, model: Model, item: number): Room => {
  const days = whole(model.days, item);
  const window = whole(model.window, item);
  return {
    days: room.days - days,
    schools: room.schools - 1,
    early: window === earlyWindow ? room.early - days : room.early,
    late: window === anyWindow || window === earlyWindow ? room.late : room.late - days,
  };
};

const reach = (sack: Knapsack, k: number, room: Room): number =>
  real(
    sack.table,
    (k * (sack.schools + 1) + Math.min(room.schools, sack.schools)) * (sack.days + 1) +
      Math.min(room.days, sack.days),
  );

type Reached = { readonly k: number; sum: number; readonly room: Room };

const descend = (sack: Knapsack, hunt: Hunt, at: Reached): void => {
  const { k, sum, room } = at;
  if (hunt.stepsLeft-- <= 0 || sum + reach(sack, k, room) < hunt.threshold) return;
  if (k === sack.size) {
    hunt.threshold = hunt.found(sack, sum);
    return;
  }
  const item = whole(sack.items, k);
  const mayTake =
    room.schools > 0 &&
    whole(hunt.model.days, item) <= room.days &&
    fitsWindow(hunt.model, item, room);
  const without = { k: k + 1, sum, room };
  if (!mayTake) return descend(sack, hunt, without);
  const withItem = {
    k: k + 1,
    sum: sum + real(sack.values, k),
    room: take(room, hunt.model, item),
  };
  const takeFirst =
    withItem.sum + reach(sack, k + 1, withItem.room) >= sum + reach(sack, k + 1, room);
  if (!takeFirst) descend(sack, hunt, without);
  descendWith(sack, hunt, withItem);
  if (takeFirst) descend(sack, hunt, without);
};

/** The same with the item before in the set, which pays for its cuts. */
const descendWith = (sack: Knapsack, hunt: Hunt, at: Reached): void => {
  const { depth, cuts } = sack;
  const own = at.k - 1;
  sack.chosen[depth] = whole(sack.items, own);
  sack.depth = depth + 1;
  if (cuts.size === 0) descend(sack, hunt, at);
  else {
    at.sum -= enter(cuts, own);
    descend(sack, hunt, at);
    leave(cuts, own);
  }
  sack.depth = depth;
};

/** Searches the loaded sets whose value reaches the threshold. False when the step limit cut it short. */
export const huntSets = (sack: Knapsack, hunt: Hunt): boolean => {
  const { days, schools, early, late } = sack;
  const stepsBefore = hunt.stepsLeft;
  sack.depth = 0;
  descend(sack, hunt, { k: 0, sum: sack.base, room: { days, schools, early, late } });
  sack.steps += 20 * (stepsBefore - hunt.stepsLeft);
  return hunt.stepsLeft > 0;
};

/** The set found last, held items included, in ascending order. */
export const chosenSet = (sack: Knapsack): Int32Array =>
  Int32Array.from([...sack.held, ...sack.chosen.subarray(0, sack.depth)]).sort();
