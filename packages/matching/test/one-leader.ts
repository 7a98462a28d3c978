import { type Chance } from "../src/generate/chance.ts";
import type { CutPrices } from "../src/solve/knapsack-cuts.ts";
import { draftOf, itemsOf } from "../src/solve/draft.ts";
import { type Model, buildModel } from "../src/solve/model.ts";
import { elementCount, elementsOf } from "../src/solve/subset-rows.ts";
import { problemFrom } from "./tiny-round.ts";

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

/** Every set of so many items. */
export const subsets = (count: number): readonly number[][] =>
  Array.from({ length: 2 ** count }, (_, mask) =>
    Array.from({ length: count }, (__, item) => item).filter((item) => (mask >> item) & 1),
  );

/** Whether one leader can take on all of them. */
export const fits = (model: Model, items: readonly number[]): boolean =>
  itemsOf(draftOf(model, items)).length === items.length;

/** One leader whom up to nine schools could ask. */
export const oneLeader = (chance: Chance): Model => buildModel(problemFrom(roundOf(chance)));

/** Up to seven cuts over any three rows, of which the last costs nothing. */
const cutsFrom = (chance: Chance, model: Model) => {
  const all = Array.from({ length: elementCount(model) }, (_, element) => element);
  const cuts = Array.from({ length: chance.whole(0, 7) }, () => {
    const from = new Set(all);
    return Array.from({ length: 3 }, () => {
      const element = chance.pick([...from]);
      from.delete(element);
      return element;
    });
  });
  const costs = Float64Array.from(cuts, (_, cut) =>
    cut === cuts.length - 1 ? 0 : chance.whole(1, 12),
  );
  const ofElement = new Map(
    all.map((element) => [
      element,
      cuts.flatMap((three, cut) => (three.includes(element) ? [cut] : [])),
    ]),
  );
  return { cuts, prices: { ofElement, costs } satisfies CutPrices };
};

/** Every set of one leader's with what it is worth beside the cuts, by trying. */
export const worthOfSets = (chance: Chance, heldShare: number) => {
  const model = oneLeader(chance);
  const values = Float64Array.from(model.fit, () => chance.whole(1, 20));
  const { cuts, prices } = cutsFrom(chance, model);
  const held = Uint8Array.from(model.fit, () => (chance.happens(heldShare) ? 1 : 0));
  const worthOf = (items: readonly number[]): number => {
    const own = elementsOf(model, Int32Array.from(items), 0);
    const value = items.reduce((sum, item) => sum + (values[item] ?? 0), 0);
    const cost = cuts
      .filter((three) => own.filter((element) => three.includes(element)).length >= 2)
      .reduce((sum, three) => sum + (prices.costs[cuts.indexOf(three)] ?? 0), 0);
    return value - cost;
  };
  const sets = subsets(model.itemCount)
    .filter((items) => fits(model, items))
    .filter((items) => [...held.keys()].every((item) => held[item] === 0 || items.includes(item)))
    .map((items) => ({ items: items.join(), worth: worthOf(items) }));
  return { model, values, prices, held, sets };
};
