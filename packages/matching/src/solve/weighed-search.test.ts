import { expect, it } from "vitest";
import { optima, sample } from "../../test/fixtures.ts";
import { pursuitFrom } from "../../test/pursuit.ts";
import { problemFrom } from "../../test/tiny-round.ts";
import { priceBest } from "./best-sets.ts";
import { entry, real } from "./cells.ts";
import { componentsOf } from "./components.ts";
import { type Draft, draftOf, emptyDraft, itemsOf } from "./draft.ts";
import { bestGreedy } from "./greedy.ts";
import { climb } from "./ladder.ts";
import { lossesOf } from "./losses.ts";
import { type Model, buildModel } from "./model.ts";
import { pointsOfLead } from "./pursuit.ts";
import { searchWeighed } from "./weighed-search.ts";
import { asPlanOf, weighedModel } from "./weighed.ts";
import { providerRow } from "./wide-master.ts";

const endless = { below: -Infinity, isOver: () => false, spend: () => {} };
const worthOf = (band: number): number => pointsOfLead[band] ?? 0;

/** Prices of the rung of fit, and the bound that they give. */
const pricedRound = (model: Model) => {
  const { master, rungs } = climb(model, {
    stop: endless,
    rounds: 20,
    steps: 120,
    leadPoints: pointsOfLead,
  });
  const rows = entry(rungs, 4).slice();
  const { bound } = priceBest(master, rows);
  return { bound, prices: { rows, net: master.net.slice() } };
};

const worthOfPlan = (draft: Draft): number =>
  real(asPlanOf(weighedModel(draft.model, worthOf), draft).value, 4);

const inOnePart = optima.filter(({ file }) => componentsOf(buildModel(sample(file))).length === 1);

it("puts bands and fit into one number", () => {
  const [first] = inOnePart;
  const draft = bestGreedy(buildModel(sample(first?.file ?? "")));
  const [one, two, three, four, fit] = draft.value;
  const leads = [one, two, three, four].reduce<number>(
    (sum, served, band) => sum + (served ?? 0) * worthOf(band),
    0,
  );
  expect(worthOfPlan(draft)).toBe(leads + (fit ?? 0));
});

it.each(inOnePart.slice(0, 3))(
  "parts the whole gap of $file among its providers, whatever the plan",
  ({ file }) => {
    const model = buildModel(sample(file));
    const { bound, prices } = pricedRound(model);
    const greedy = bestGreedy(model);
    const half = draftOf(
      model,
      itemsOf(greedy).filter((_, at) => at % 2 === 0),
    );
    for (const draft of [greedy, half, emptyDraft(model)]) {
      const losses = lossesOf(draft, prices);
      const sum = losses.reduce((total, loss) => total + loss, 0);
      expect(sum).toBeCloseTo(bound - worthOfPlan(draft), 3);
      expect(Math.min(...losses)).toBeGreaterThan(-1e-6);
    }
  },
);

/** Every school in a place of its own with one leader beside it. */
const lonePairs = (count: number): Model => {
  const place = (number: number) => ({ la: "A", zone: "Z", x: 100 * number, y: 0 });
  const digits = (number: number) => String(number).padStart(3, "0");
  return buildModel(
    problemFrom({
      format: "brokering-round/1",
      name: "lone pairs",
      requests: Array.from({ length: count }, (_, number) => ({
        ...place(number),
        id: `R${digits(number)}`,
        urn: 1000 + number,
        phase: "primary",
        band: 4,
        days: 2,
        window: "any",
        primary: "maths",
      })),
      providers: Array.from({ length: count }, (_, number) => ({
        ...place(number),
        id: `P${digits(number)}`,
        kind: "LLE",
        urn: 5000 + number,
        phases: ["primary"],
        expertise: { maths: 2 },
        impact: 50,
        days: 4,
        daysEarly: 4,
        daysLate: 4,
        maxSchools: 1,
        maxKm: 10,
        fitToSupport: true,
      })),
    }),
  );
};

it("looks first where the prices say that something is lost", () => {
  const model = lonePairs(60);
  const all = Array.from({ length: model.itemCount }, (_, item) => item);
  const pursuit = pursuitFrom(
    draftOf(
      model,
      all.filter((item) => item % 10 !== 7),
    ),
  );
  const { prices } = pricedRound(model);
  searchWeighed(pursuit, { worthOf, prices, providers: 1, rounds: 6 });
  expect(itemsOf(pursuit.best)).toEqual(all);
});

it("goes on to other places where one that seems to lose most gives nothing", () => {
  const model = lonePairs(8);
  const rows = pricedRound(model).prices.rows.map(() => 0);
  rows[providerRow(model, 3)] = 300_000;
  rows[providerRow(model, 7)] = 1_000;
  const pursuit = pursuitFrom(draftOf(model, [0, 1, 2, 3, 4, 5, 6]));
  const prices = { rows, net: new Float64Array(model.itemCount) };
  searchWeighed(pursuit, { worthOf, prices, providers: 1, rounds: 60 });
  expect(itemsOf(pursuit.best)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it.each(inOnePart.slice(0, 3))(
  "finds the best plan of $file from nothing, where the group takes in everybody",
  ({ file, servedByBand, fit }) => {
    const model = buildModel(sample(file));
    const pursuit = pursuitFrom(emptyDraft(model));
    const { prices } = pricedRound(model);
    searchWeighed(pursuit, { worthOf, prices, providers: model.providerCount, rounds: 6 });
    const [one, two, three, four, reached] = pursuit.best.value;
    expect([one, two, three, four]).toEqual([...servedByBand]);
    expect(reached).toBeGreaterThan(0.99 * fit);
  },
);
