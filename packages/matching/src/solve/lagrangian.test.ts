import { expect, it } from "vitest";
import { optima, sample } from "../../test/fixtures.ts";
import { componentsOf } from "./components.ts";
import { lagrangianBound } from "./lagrangian.ts";
import { buildModel } from "./model.ts";
import type { Hold } from "./objective.ts";
import { clockOf } from "./options.ts";
import { goalOf } from "./pursuit.ts";
import { costsFrom, noCosts, startPrices } from "./start-prices.ts";

const inOnePart = optima.filter(({ file }) => componentsOf(buildModel(sample(file))).length === 1);

it.each(inOnePart.slice(0, 3))(
  "never bounds $file below its optimum, and comes near to it stage by stage",
  ({ file, servedByBand, fit }) => {
    const model = buildModel(sample(file));
    const optimum = [...servedByBand, fit];
    let costs = noCosts(model);
    optimum.forEach((best, index) => {
      const holds = [0, 1, 2, 3].map((band): Hold => (band < index ? "at-least" : "free"));
      const goal = goalOf(model, index, { holds, served: servedByBand });
      const { bound, duals } = lagrangianBound(model, goal.stage, {
        enough: (best + 1) * goal.unit - 1,
        clock: clockOf({}),
        iterations: 200,
        starts: startPrices(model, goal, costs),
      });
      costs = costsFrom(model, goal, duals);
      expect(bound / goal.unit).toBeGreaterThanOrEqual(best);
      expect(bound / goal.unit).toBeLessThan(best * 1.04 + 1.5);
    });
  },
);
