import { expect, it } from "vitest";
import { worthOfSets } from "../../test/one-leader.ts";
import { chanceFrom } from "../generate/chance.ts";
import { createMaster } from "./master.ts";
import { priceProvider } from "./pricing.ts";
import { goalOf, nothingHeld } from "./pursuit.ts";

it("never prices a leader below the best set, however soon the search runs out of steps", () => {
  for (let seed = 0; seed < 200; seed++) {
    const chance = chanceFrom(`priced leader ${seed}`);
    const { model, values, prices, sets } = worthOfSets(chance, 0);
    const master = createMaster(model, goalOf(model, 4, nothingHeld).stage);
    master.net.set(values);
    const best = Math.max(...sets.map(({ worth }) => worth));
    const asked = { provider: 0, over: chance.whole(0, 10), cuts: prices };
    for (const steps of [1, 3, 10, 30])
      expect(priceProvider(master, { ...asked, steps })).toBeGreaterThanOrEqual(best);
    const exact = priceProvider(master, { ...asked, steps: 100_000 });
    if (best > asked.over) expect({ seed, exact }).toEqual({ seed, exact: best });
  }
});
