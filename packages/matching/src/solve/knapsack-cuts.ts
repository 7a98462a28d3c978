import { real, whole } from "./cells.ts";
import type { Model } from "./model.ts";
import { elementOfItem, elementOfProvider } from "./subset-rows.ts";

/** Subset-row cuts by the elements that they hold, and what each costs a set that touches two of its elements. */
export type CutPrices = {
  readonly ofElement: ReadonlyMap<number, readonly number[]>;
  readonly costs: Float64Array;
};

/**
 * The cuts that matter to one provider's sets: a set that is built item by item pays for a cut when the second of its elements comes in
 * (the label of Jepsen et al. 2008).
 */
export type SackCuts = {
  size: number;
  /** How many elements of each cut the set touches by now. */
  count: Int32Array;
  cost: Float64Array;
  /** The cuts of each loaded item. */
  readonly ofItem: number[][];
  readonly known: Map<number, number>;
};

export const createSackCuts = (): SackCuts => ({
  size: 0,
  count: new Int32Array(64),
  cost: new Float64Array(64),
  ofItem: [],
  known: new Map(),
});

const grow = (cuts: SackCuts): void => {
  const count = new Int32Array(cuts.count.length * 2);
  const cost = new Float64Array(cuts.cost.length * 2);
  count.set(cuts.count);
  cost.set(cuts.cost);
  cuts.count = count;
  cuts.cost = cost;
};

const placeOf = (cuts: SackCuts, cut: number, cost: number): number => {
  const known = cuts.known.get(cut);
  if (known !== undefined) return known;
  const at = cuts.size++;
  if (at === cuts.count.length) grow(cuts);
  cuts.count[at] = 0;
  cuts.cost[at] = cost;
  cuts.known.set(cut, at);
  return at;
};

const cutsOf = (cuts: SackCuts, prices: CutPrices, element: number): number[] =>
  (prices.ofElement.get(element) ?? [])
    .filter((cut) => real(prices.costs, cut) > 0)
    .map((cut) => placeOf(cuts, cut, real(prices.costs, cut)));

/** Lets items of these cuts in; what the cuts cost that thereby have two. */
const letIn = (cuts: SackCuts, own: readonly number[]): number => {
  let cost = 0;
  for (const cut of own) {
    const count = whole(cuts.count, cut) + 1;
    cuts.count[cut] = count;
    if (count === 2) cost += real(cuts.cost, cut);
  }
  return cost;
};

type Loaded = {
  readonly model: Model;
  readonly provider: number;
  readonly held: readonly number[];
  readonly items: Int32Array;
  readonly size: number;
};

/** Loads the cuts of one provider's items. Returns what the provider itself and the held items cost by then. */
export const loadCuts = (cuts: SackCuts, prices: CutPrices | undefined, at: Loaded): number => {
  const { model, provider, held, items, size } = at;
  cuts.size = 0;
  if (prices === undefined) return 0;
  cuts.known.clear();
  let cost = letIn(cuts, cutsOf(cuts, prices, elementOfProvider(model, provider)));
  for (const item of held) cost += letIn(cuts, cutsOf(cuts, prices, elementOfItem(model, item)));
  for (let k = 0; k < size; k++)
    cuts.ofItem[k] = cutsOf(cuts, prices, elementOfItem(model, whole(items, k)));
  return cost;
};

/** Lets the k-th loaded item in; what that costs. */
export const enter = (cuts: SackCuts, k: number): number => letIn(cuts, cuts.ofItem[k] ?? []);

/** Takes the k-th loaded item out again. */
export const leave = (cuts: SackCuts, k: number): void => {
  for (const cut of cuts.ofItem[k] ?? []) cuts.count[cut] = whole(cuts.count, cut) - 1;
};
