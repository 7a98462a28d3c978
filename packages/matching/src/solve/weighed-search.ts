import { type Chance, chanceFrom } from "../generate/chance.ts";
import { real } from "./cells.ts";
import { isOver } from "./clock.ts";
import { type PricedRows, lossesOf } from "./losses.ts";
import { createMaster } from "./master.ts";
import { groupAround, mergeBack, neighbourhoodOf } from "./neighbourhood.ts";
import { type Pursuit, goalOf, offer } from "./pursuit.ts";
import { addPlan } from "./solve-component.ts";
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

const nothingHeld = {
  holds: ["free", "free", "free", "free"],
  served: [0, 0, 0, 0],
} as const;

/** Solves a part whose bands and fit are one number. */
const remake = (part: Pursuit): void => {
  const goal = goalOf(part.model, 4, nothingHeld);
  const master = createMaster(part.model, goal.stage);
  addPlan(master, part.best);
  pursueStage(part, master, goal);
};

/** One of them by lot, each with the chance that its weight gives it. */
const drawn = (weights: Float64Array, chance: Chance): number => {
  let left = chance.share() * weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(
    0,
    weights.findIndex((weight) => (left -= weight) < 0),
  );
};

/**
 * Large neighbourhood search (Shaw 1998) where bands and fit are one number, so that one part may give up a lead that another makes good. It
 * starts where the prices say that something is lost, and less often where it found nothing. Of the plans that it meets, the best by the
 * round's own order is offered.
 */
export const searchWeighed = (pursuit: Pursuit, ask: WeighedAsk): void => {
  const { model } = pursuit;
  const chance = chanceFrom("weighed search");
  const weighed: Pursuit = {
    ...pursuit,
    model: weighedModel(model, ask.worthOf),
    isPart: true,
    tell: () => {},
  };
  weighed.best = asPlanOf(weighed.model, pursuit.best);
  let losses = lossesOf(weighed.best, ask.prices);
  const tried = new Float64Array(model.providerCount).fill(1);
  for (let round = 0; round < ask.rounds && !isOver(pursuit.clock); round++) {
    const weights = losses.map((loss, provider) => Math.max(0, loss) / real(tried, provider));
    const seed = drawn(weights, chance);
    tried[seed] = real(tried, seed) + 1;
    const group = groupAround(model, chance, { seed, size: ask.providers });
    const at = neighbourhoodOf(weighed.best, group);
    if (at === undefined) continue;
    const part: Pursuit = { ...weighed, model: at.component.model, best: at.draft };
    remake(part);
    if (!offer(weighed, mergeBack(weighed.model, at, part.best))) continue;
    losses = lossesOf(weighed.best, ask.prices);
    for (const provider of group) tried[provider] = 1;
    offer(pursuit, asPlanOf(model, weighed.best));
  }
};
