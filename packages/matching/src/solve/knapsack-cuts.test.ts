import { expect, it } from "vitest";
import { worthOfSets } from "../../test/one-leader.ts";
import { chanceFrom } from "../generate/chance.ts";
import { chosenSet, createKnapsack, huntSets, loadKnapsack } from "./knapsack.ts";

it("lists every set that is worth so much beside the cuts, and none besides", () => {
  let dearer = 0;
  for (let seed = 0; seed < 400; seed++) {
    const chance = chanceFrom(`leader with cuts ${seed}`);
    const { model, values, prices, held, sets } = worthOfSets(chance, 0.1);
    const threshold = chance.whole(0, 40);
    const sack = createKnapsack();
    const items = Int32Array.from(model.fit.keys());
    const at = { off: new Uint8Array(model.itemCount), held };
    const ask = { values, floor: 0, at, cuts: prices };
    const found: { items: string; worth: number }[] = [];
    if (loadKnapsack(sack, { model, index: 0, items }, ask))
      huntSets(sack, {
        model,
        threshold,
        stepsLeft: 100_000,
        found: (now, worth) => {
          found.push({ items: chosenSet(now).join(), worth });
          return threshold;
        },
      });
    const byItems = (a: { items: string }, b: { items: string }) => (a.items < b.items ? -1 : 1);
    const expected = sets.filter(({ worth }) => worth >= threshold);
    expect({ seed, found: found.toSorted(byItems) }).toEqual({
      seed,
      found: expected.toSorted(byItems),
    });
    if (prices.costs.some((cost) => cost > 0)) dearer += expected.length;
  }
  expect(dearer).toBeGreaterThan(500);
});
