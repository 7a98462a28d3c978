import type { Chance } from "../generate/chance.ts";
import { real } from "./cells.ts";
import { isOver } from "./clock.ts";
import { remakeGroup } from "./large-neighbourhood.ts";
import { type PricedRows, lossesOf } from "./losses.ts";
import { groupAround } from "./neighbourhood.ts";
import type { Pursuit } from "./pursuit.ts";

export type LossAsk = {
  /** Prices of the goal that is pursued: they show where a plan loses something. */
  readonly prices: PricedRows;
  readonly chance: Chance;
  /** How many providers the next neighbourhood has. */
  readonly size: () => number;
  readonly rounds: number;
  /** Makes a part of the plan anew. */
  readonly remake: (part: Pursuit) => void;
  /** Told after each better plan; true when it will do. */
  readonly isEnough: () => boolean;
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
 * Large neighbourhood search (Shaw 1998) that starts where the prices say that something is lost, and less often where it found nothing.
 * Leaves the best plan in `pursuit`.
 */
export const searchWhereLost = (pursuit: Pursuit, ask: LossAsk): void => {
  const { model } = pursuit;
  let losses = lossesOf(pursuit.best, ask.prices);
  const tried = new Float64Array(model.providerCount).fill(1);
  for (let round = 0; round < ask.rounds && !isOver(pursuit.clock); round++) {
    const weights = losses.map((loss, provider) => Math.max(0, loss) / real(tried, provider));
    const seed = drawn(weights, ask.chance);
    tried[seed] = real(tried, seed) + 1;
    const group = groupAround(model, ask.chance, { seed, size: ask.size() });
    if (!remakeGroup(pursuit, group, ask.remake)) continue;
    if (ask.isEnough()) return;
    losses = lossesOf(pursuit.best, ask.prices);
    for (const provider of group) tried[provider] = 1;
  }
};
