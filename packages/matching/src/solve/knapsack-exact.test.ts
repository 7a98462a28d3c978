import { expect, it } from "vitest";
import { problemFrom } from "../../test/tiny-round.ts";
import { chanceFrom, type Chance } from "../generate/chance.ts";
import { draftOf, itemsOf } from "./draft.ts";
import { exactBest } from "./knapsack-exact.ts";
import { chosenSet, createKnapsack, loadItems } from "./knapsack.ts";
import { buildModel, type Model } from "./model.ts";

const place = { la: "A", zone: "Z", x: 0, y: 0 };

const roundOf = (chance: Chance) => ({
  format: "brokering-round/1",
  name: "one leader",
  requests: Array.from({ length: chance.whole(1, 9) }, (_, at) => ({
    ...place,
    id: `R${at}`,
    urn: `school-${at}`,
    phase: "primary",
    band: chance.whole(1, 4),
    days: chance.whole(1, 6),
    window: chance.pick(["any", "early", "late"]),
    primary: "maths",
  })),
  providers: [
    {
      ...place,
      id: "P",
      kind: "TS",
      urn: "home",
      phases: ["primary"],
      expertise: { maths: 2 },
      impact: 50,
      days: chance.whole(2, 20),
      daysEarly: chance.whole(1, 9),
      daysLate: chance.whole(1, 9),
      maxSchools: chance.whole(1, 5),
      maxKm: 5,
      fitToSupport: true,
    },
  ],
});

const subsets = (count: number): readonly number[][] =>
  Array.from({ length: 2 ** count }, (_, mask) =>
    Array.from({ length: count }, (__, item) => item).filter((item) => (mask >> item) & 1),
  );

const fits = (model: Model, items: readonly number[]): boolean =>
  itemsOf(draftOf(model, items)).length === items.length;

it("finds what trying every set finds, and the set itself", () => {
  for (let seed = 0; seed < 300; seed++) {
    const chance = chanceFrom(`one leader ${seed}`);
    const model = buildModel(problemFrom(roundOf(chance)));
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
