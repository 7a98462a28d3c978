import { expect, it } from "vitest";
import { fits, oneLeader, subsets } from "../../test/one-leader.ts";
import { chanceFrom } from "../generate/chance.ts";
import { exactBest } from "./knapsack-exact.ts";
import { chosenSet, createKnapsack, loadItems } from "./knapsack.ts";

it("finds what trying every set finds, and the set itself", () => {
  for (let seed = 0; seed < 300; seed++) {
    const chance = chanceFrom(`one leader ${seed}`);
    const model = oneLeader(chance);
    const values = Float64Array.from(model.fit, () => chance.whole(-3, 20));
    const worth = (items: Iterable<number>) =>
      Array.from(items).reduce((sum, item) => sum + (values[item] ?? 0), 0);
    const best = subsets(model.itemCount)
      .filter((items) => fits(model, items))
      .reduce((most, items) => Math.max(most, worth(items)), 0);
    const sack = createKnapsack();
    const items = Int32Array.from(model.fit.keys());
    loadItems(sack, { model, index: 0, items }, { values, floor: 0 });
    for (let time = 0; time < 2; time++)
      expect({ seed, best: exactBest(sack, model) }).toEqual({ seed, best });
    const chosen = chosenSet(sack);
    expect({ seed, worth: worth(chosen), fits: fits(model, Array.from(chosen)) }).toEqual({
      seed,
      worth: best,
      fits: true,
    });
  }
});
