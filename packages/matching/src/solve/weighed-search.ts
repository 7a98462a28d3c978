import { chanceFrom } from "../generate/chance.ts";
import { addPlan } from "./add-plan.ts";
import { searchWhereLost } from "./loss-search.ts";
import type { PricedRows } from "./losses.ts";
import { createMaster } from "./master.ts";
import { type Pursuit, goalOf, nothingHeld, offer } from "./pursuit.ts";
import { pursueStage } from "./stage.ts";
import { asPlanOf, weighedModel } from "./weighed.ts";

export type WeighedAsk = {
  /** What a lead of each band is worth, in points. */
  readonly worthOf: (band: number) => number;
  /** Prices of the programme with these worths. */
  readonly prices: PricedRows;
  /** How many providers each neighbourhood has. */
  readonly providers: number;
  readonly rounds: number;
};

/** Solves a part whose bands and fit are one number. */
const remake = (part: Pursuit): void => {
  const goal = goalOf(part.model, 4, nothingHeld);
  const master = createMaster(part.model, goal.stage);
  addPlan(master, part.best);
  pursueStage(part, master, goal);
};

/**
 * A search where bands and fit are one number, so that one part may give up a lead that another makes good. Of the plans that it meets, the
 * best by the round's own order is offered.
 */
export const searchWeighed = (pursuit: Pursuit, ask: WeighedAsk): void => {
  const { model } = pursuit;
  const weighed: Pursuit = {
    ...pursuit,
    model: weighedModel(model, ask.worthOf),
    isPart: true,
    tell: () => {},
  };
  weighed.best = asPlanOf(weighed.model, pursuit.best);
  searchWhereLost(weighed, {
    prices: ask.prices,
    chance: chanceFrom("weighed search"),
    size: () => ask.providers,
    rounds: ask.rounds,
    remake,
    isEnough: () => {
      offer(pursuit, asPlanOf(model, weighed.best));
      return false;
    },
  });
};
