import { entry, real } from "./cells.ts";
import { exactBest } from "./knapsack-exact.ts";
import { chosenSet, loadItems } from "./knapsack.ts";
import { netValues } from "./net-values.ts";
import { type WideMaster, addWideSet, priceWide, providerRow, wideDuals } from "./wide-master.ts";

type Priced = { readonly bound: number; readonly added: number };

/** What one provider's best set is worth, net, and whether it is new. */
type Best = { readonly worth: number; readonly isNew: boolean };

/** More than rounding: a set must beat what its provider's row is worth already by this share of a unit. */
const least = 1e-6;

/** The exact best of one provider; its set is added where it is worth more than the provider's own row says. */
const priceOne = (master: WideMaster, provider: number, fee: number): Best => {
  const { model, sack, net, off, held } = master;
  const items = entry(model.itemsOfProvider, provider);
  const ask = { values: net, floor: 0, at: { off, held } };
  if (!loadItems(sack, { model, index: provider, items }, ask)) return { worth: 0, isNew: false };
  if (sack.size === 0) return { worth: sack.base, isNew: false };
  const worth = exactBest(sack, model);
  const isNew = worth > fee + least && addWideSet(master, provider, chosenSet(sack));
  return { worth, isNew };
};

/**
 * Prices every provider at these multipliers, row by row as a solver gives them, and adds its best set where that pays. The bound holds for
 * every plan of the stage. Each provider's own row is set to what its best set is worth.
 */
export const priceBest = (master: WideMaster, rows: Float64Array): Priced => {
  const { model, stage, net } = master;
  const duals = wideDuals(master, rows);
  netValues(model, stage.points, { duals, net });
  let bound = duals.lead.reduce((sum, dual) => sum + dual, 0);
  stage.served.forEach((served, band) => (bound += served * real(duals.band, band)));
  let added = 0;
  for (let provider = 0; provider < model.providerCount; provider++) {
    if (entry(model.itemsOfProvider, provider).length === 0) continue;
    const row = providerRow(model, provider);
    const { worth, isNew } = priceOne(master, provider, real(rows, row));
    bound += worth;
    if (isNew) added++;
    rows[row] = Math.max(0, worth);
  }
  return { bound, added };
};

/** Units of work of the pricing since this was last asked. */
export const pricingWork = ({ sack, model }: WideMaster): number => {
  const { steps } = sack;
  sack.steps = 0;
  return steps / 500 + model.itemCount / 50;
};

/** Prices as suits the solver: several sets of each provider for a simplex method, the best alone where answers are only near. */
export const priceAt = (master: WideMaster, rows: Float64Array): Priced =>
  master.lp.isExact ? priceWide(master, wideDuals(master, rows)) : priceBest(master, rows);
