import { expect, it } from "vitest";
import { optima, sample } from "../../test/fixtures.ts";
import { pursuitFrom } from "../../test/pursuit.ts";
import { componentsOf } from "./components.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import { climb } from "./ladder.ts";
import { buildModel } from "./model.ts";
import type { Hold } from "./objective.ts";
import { clockOf } from "./options.ts";
import { goalOf, pointsOfLead } from "./pursuit.ts";
import { boundStage } from "./stage-bounds.ts";

const endless = { below: -Infinity, isOver: () => false, spend: () => {} };
const inOnePart = optima.filter(({ file }) => componentsOf(buildModel(sample(file))).length === 1);

it.each(inOnePart.slice(0, 3))(
  "never bounds $file below its optimum, and comes near to it stage by stage",
  ({ file, servedByBand, fit }) => {
    const model = buildModel(sample(file));
    const optimum = [...servedByBand, fit];
    const best: Draft = { ...emptyDraft(model), value: Float64Array.from(optimum) };
    const ladder = climb(model, {
      stop: endless,
      rounds: 20,
      steps: 120,
      leadPoints: pointsOfLead,
    });
    optimum.forEach((reached, index) => {
      const holds = [0, 1, 2, 3].map((band): Hold => (band < index ? "at-least" : "free"));
      const goal = goalOf(model, index, { holds, served: servedByBand });
      const ask = { clock: clockOf({}), ladder, rounds: 40, steps: 120 };
      const { bound, rootBound } = boundStage(pursuitFrom(best), goal, ask);
      expect(rootBound / goal.unit).toBeGreaterThan(reached - 1e-6);
      expect(bound).toBeLessThan(reached * 1.04 + 1.5);
    });
  },
);
