import { exactBest } from "./knapsack-exact.ts";
import { entry, flagAt, real, whole } from "./cells.ts";
import type { CutPrices } from "./knapsack-cuts.ts";
import { type Knapsack, chosenSet, huntSets, loadKnapsack } from "./knapsack.ts";
import type { Master } from "./master.ts";
import { type Duals, netValues } from "./net-values.ts";
import { cutPricesOf, dualsOf, rowsWorth, stepLimitOf } from "./pricing.ts";

export type SetList = {
  readonly sets: Int32Array[];
  readonly providers: number[];
  /** What each set is worth, where that is more than the sum of its items' points. */
  readonly worth?: readonly number[];
};

/** The Lagrangian value at fixed duals: the sum of duals and the best of each provider. */
export type LagrangianPoint = {
  readonly duals: Duals;
  readonly cuts: CutPrices | undefined;
  readonly bound: number;
  readonly bestOf: Float64Array;
};

const bestOfProvider = (master: Master, provider: number, cuts: CutPrices | undefined): number => {
  const { model, sack } = master;
  const items = entry(model.itemsOfProvider, provider);
  const ask = { values: master.net, floor: 0, at: master.at, cuts };
  if (!loadKnapsack(sack, { model, index: provider, items }, ask)) return -Infinity;
  let best = sack.held.length > 0 ? -Infinity : 0;
  const complete = huntSets(sack, {
    model,
    threshold: best,
    stepsLeft: stepLimitOf(sack),
    found: (_, value) => {
      best = value;
      return value + 1e-9;
    },
  });
  return complete ? best : exactBest(sack, model);
};

/** Evaluates the Lagrangian bound at the master's current duals, provider by provider. */
export const lagrangianPoint = (master: Master): LagrangianPoint => {
  const { model, stage } = master;
  const duals = dualsOf(master);
  netValues(model, stage.points, { duals, net: master.net });
  const cuts = cutPricesOf(master);
  let bound = rowsWorth(stage, duals, cuts);
  const bestOf = new Float64Array(model.providerCount);
  for (let provider = 0; provider < model.providerCount; provider++) {
    if (entry(model.itemsOfProvider, provider).length === 0) continue;
    bestOf[provider] = bestOfProvider(master, provider, cuts);
    bound += real(bestOf, provider);
  }
  return { duals, cuts, bound, bestOf };
};

type Reach = { readonly threshold: number; readonly cuts: CutPrices | undefined };

/** Whether some set with this item reaches the threshold. */
const mayReach = (master: Master, item: number, { threshold, cuts }: Reach): boolean => {
  const { model, sack, at } = master;
  const provider = whole(model.provider, item);
  const before = flagAt(at.held, item);
  at.held[item] = 1;
  const items = entry(model.itemsOfProvider, provider);
  const loaded = loadKnapsack(
    sack,
    { model, index: provider, items },
    { values: master.net, floor: 0, at, cuts },
  );
  at.held[item] = before;
  if (!loaded) return false;
  let reached = false;
  const complete = huntSets(sack, {
    model,
    threshold,
    stepsLeft: stepLimitOf(sack),
    found: () => {
      reached = true;
      return Infinity;
    },
  });
  return reached || !complete;
};

/**
 * Reduced-cost fixing: turns off each item that no plan of at least `target` points can hold.
 * Sound because a plan that uses a set is worth at most the bound less what the set loses against its provider's best.
 */
export const fixItems = (master: Master, point: LagrangianPoint, target: number): number => {
  const { model, at } = master;
  let fixed = 0;
  for (let provider = 0; provider < model.providerCount; provider++) {
    const threshold = target - 1e-4 - (point.bound - real(point.bestOf, provider));
    if (threshold === -Infinity || Number.isNaN(threshold)) continue;
    for (const item of entry(model.itemsOfProvider, provider)) {
      if (flagAt(at.off, item) === 1 || flagAt(at.held, item) === 1) continue;
      if (mayReach(master, item, { threshold, cuts: point.cuts })) continue;
      at.off[item] = 1;
      fixed++;
    }
  }
  return fixed;
};

/** A short list may take the steps of one of so many sets: most of them are spent on what it leaves out. */
const fewest = 50_000;

/** Steps of a search for each set that a list may have: what cuts cost comes late in it. */
const stepsForSet = ({ cuts }: Knapsack): number => (cuts.size > 0 ? 200 : 20);

/**
 * Every set that a plan of at least `target` points can hold (column enumeration, Baldacci et al. 2008), or nothing when there
 * are more than `limit`. Needs `net` to stand at the point's duals.
 */
export const enumerateSets = (
  master: Master,
  point: LagrangianPoint,
  ask: { readonly target: number; readonly limit: number },
): SetList | undefined => {
  const { model, sack } = master;
  const sets: Int32Array[] = [];
  const providers: number[] = [];
  for (let provider = 0; provider < model.providerCount; provider++) {
    const items = entry(model.itemsOfProvider, provider);
    const threshold = ask.target - 1e-4 - (point.bound - real(point.bestOf, provider));
    if (items.length === 0) continue;
    const floor = threshold - real(point.bestOf, provider) - 1e-6;
    const request = { values: master.net, floor, at: master.at, cuts: point.cuts };
    if (!loadKnapsack(sack, { model, index: provider, items }, request)) continue;
    const complete = huntSets(sack, {
      model,
      threshold,
      stepsLeft: Math.max(ask.limit, fewest) * stepsForSet(sack),
      found: (at) => {
        const set = chosenSet(at);
        if (set.length > 0) {
          sets.push(set);
          providers.push(provider);
        }
        return sets.length > ask.limit ? Infinity : threshold;
      },
    });
    if (!complete || sets.length > ask.limit) return undefined;
  }
  return { sets, providers };
};
