import { entry, real } from "./cells.ts";
import { exactBest } from "./knapsack-exact.ts";
import { chosenSet, loadItems } from "./knapsack.ts";
import {
  type Priced,
  type PricedProvider,
  type WideMaster,
  addWideSet,
  priceEach,
  providerRow,
  wideDuals,
} from "./wide-master.ts";

/** More than rounding: a set must beat what its provider's row is worth already by this share of a unit. */
const least = 1e-6;

/** The exact best of one provider; its set is added where it is worth more than the provider's own row says. */
const priceOne = (master: WideMaster, provider: number, fee: number): PricedProvider => {
  const { model, sack, net, off, held } = master;
  const items = entry(model.itemsOfProvider, provider);
  const ask = { values: net, floor: 0, at: { off, held } };
  if (!loadItems(sack, { model, index: provider, items }, ask)) return { worth: 0, added: 0 };
  if (sack.size === 0) return { worth: sack.base, added: 0 };
  const worth = exactBest(sack, model);
  const isNew = worth > fee + least && addWideSet(master, provider, chosenSet(sack));
  return { worth, added: isNew ? 1 : 0 };
};

/**
 * Prices every provider at these multipliers, row by row as a solver gives them, and adds its best set where that pays. The bound holds for
 * every plan of the stage. Each provider's own row is set to what its best set is worth.
 */
export const priceBest = (master: WideMaster, rows: Float64Array): Priced =>
  priceEach(master, wideDuals(master, rows), (provider) => {
    const row = providerRow(master.model, provider);
    const priced = priceOne(master, provider, real(rows, row));
    rows[row] = Math.max(0, priced.worth);
    return priced;
  });

/** Units of work of the pricing since this was last asked. */
export const pricingWork = ({ sack, model }: WideMaster): number => {
  const { steps } = sack;
  sack.steps = 0;
  return steps / 500 + model.itemCount / 50;
};
