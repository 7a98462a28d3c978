import { entry, flagAt, real, whole } from "./cells.ts";
import { type Clock, isOver, spend } from "./clock.ts";
import { exactBest } from "./knapsack-exact.ts";
import { type Knapsack, createKnapsack, huntSets, loadKnapsack, relaxedBest } from "./knapsack.ts";
import type { Model } from "./model.ts";
import { type Duals, netValues } from "./net-values.ts";
import type { Stage } from "./objective.ts";
import { type BandBook, type Prices, bandBookOf, dualsFrom, pricesFrom } from "./prices.ts";

export type LagrangianAnswer = { readonly bound: number; readonly duals: Duals };

type Work = {
  readonly model: Model;
  readonly stage: Stage;
  readonly book: BandBook;
  readonly sack: Knapsack;
  readonly net: Float64Array;
  readonly items: readonly Int32Array[];
};

type Point = LagrangianAnswer & {
  readonly prices: Prices;
  /** How far each row is from being met there: the direction in which the prices should move. */
  readonly slope: Prices;
};

const stepsEach = 400;

const workFor = (model: Model, stage: Stage): Work => ({
  model,
  stage,
  book: bandBookOf(model, stage),
  sack: createKnapsack(),
  net: new Float64Array(model.itemCount),
  items: model.itemsOfProvider.map((items) =>
    items.filter((item) => flagAt(stage.leftOut, item) === 0),
  ),
});

const note = (model: Model, slope: Prices, item: number): void => {
  const request = whole(model.request, item);
  if (flagAt(model.isLead, item) === 0) {
    slope.specialist[request] = real(slope.specialist, request) - 1;
    return;
  }
  slope.lead[request] = real(slope.lead, request) - 1;
  if (flagAt(model.opensSpecialist, item) === 1)
    slope.specialist[request] = real(slope.specialist, request) + 1;
};

const attracts = (work: Work, items: Int32Array): boolean => {
  for (const item of items) if (real(work.net, item) > 0) return true;
  return false;
};

/** What one provider would take on at these prices, noted on the slope. Returns its worth, never below the truth. */
const takeBest = (work: Work, provider: number, slope: Prices): number => {
  const { model, sack, net } = work;
  const items = entry(work.items, provider);
  if (!attracts(work, items)) return 0;
  loadKnapsack(sack, { model, index: provider, items }, { values: net, floor: 0 });
  let best = 0;
  let count = 0;
  const chosen = new Int32Array(sack.schools);
  const complete = huntSets(sack, {
    model,
    threshold: 0,
    stepsLeft: stepsEach,
    found: (at, value) => {
      best = value;
      count = at.depth;
      for (let k = 0; k < count; k++) chosen[k] = whole(at.chosen, k);
      return value + 1e-9;
    },
  });
  for (let k = 0; k < count; k++) note(model, slope, whole(chosen, k));
  return complete ? best : Math.min(relaxedBest(sack), exactBest(sack, model));
};

const evaluate = (work: Work, prices: Prices): Point => {
  const { model, stage, book, net } = work;
  const duals = dualsFrom(book, prices);
  netValues(model, stage.points, { duals, net });
  const slope: Prices = {
    lead: Float64Array.from(duals.lead, (dual) => (dual > 0 ? 1 : 0)),
    specialist: new Float64Array(model.requestCount),
  };
  let bound = duals.lead.reduce((sum, dual) => sum + dual, 0);
  stage.served.forEach((served, band) => (bound += served * real(duals.band, band)));
  for (let provider = 0; provider < model.providerCount; provider++)
    if (entry(work.items, provider).length > 0) bound += takeBest(work, provider, slope);
  return { bound, duals, prices: pricesFrom(book, duals), slope };
};

const blend = (to: Float64Array, from: Float64Array, share: number): void => {
  for (let at = 0; at < to.length; at++)
    to[at] = share * real(from, at) + (1 - share) * real(to, at);
};

const squared = (cells: Float64Array): number => cells.reduce((sum, cell) => sum + cell * cell, 0);

type Descent = { best: Point; at: Point; direction: Prices; share: number; idle: number };

const restart = (descent: Descent): void => {
  const { best } = descent;
  descent.at = best;
  descent.direction = { lead: best.slope.lead.slice(), specialist: best.slope.specialist.slice() };
  descent.share *= 0.5;
  descent.idle = 0;
};

/** One step along the deflected direction (Camerini, Fratta and Maffioli 1975), as long as Polyak's rule says. */
const step = (work: Work, descent: Descent): void => {
  const { direction, at, best } = descent;
  blend(direction.lead, at.slope.lead, 0.35);
  blend(direction.specialist, at.slope.specialist, 0.35);
  const size = squared(direction.lead) + squared(direction.specialist);
  if (size === 0) return;
  const length = (at.bound - best.bound * (1 - descent.share)) / size;
  const moved = (prices: Float64Array, along: Float64Array) =>
    prices.map((price, cell) => price - length * real(along, cell));
  const next = evaluate(work, {
    lead: moved(at.prices.lead, direction.lead),
    specialist: moved(at.prices.specialist, direction.specialist),
  });
  descent.at = next;
  if (next.bound >= best.bound) descent.idle++;
  else {
    descent.idle = next.bound < best.bound * (1 - 0.02 * descent.share) ? 0 : descent.idle + 1;
    descent.best = next;
  }
};

export type LagrangianAsk = {
  /** The bound need not fall below this. */
  readonly enough: number;
  readonly clock: Clock;
  readonly iterations: number;
  /** Prices to try; the best of them is the start. */
  readonly starts: readonly Prices[];
};

const tell = (work: Work, clock: Clock): void => {
  spend(clock, work.sack.steps / 500 + work.model.itemCount / 50);
  work.sack.steps = 0;
};

/** Tries the starts in turn while there is time; always the first. */
const bestStart = (work: Work, { starts, clock }: LagrangianAsk): Point | undefined => {
  let best: Point | undefined;
  for (const prices of starts) {
    if (best !== undefined && isOver(clock)) break;
    const point = evaluate(work, prices);
    tell(work, clock);
    if (best === undefined || point.bound < best.bound) best = point;
  }
  return best;
};

/**
 * A bound by Lagrangian relaxation of all rows that tie providers together, lowered by the subgradient method (Held, Wolfe and
 * Crowder 1974). Needs no linear programme, so it serves a whole country.
 */
export const lagrangianBound = (
  model: Model,
  stage: Stage,
  ask: LagrangianAsk,
): LagrangianAnswer => {
  const work = workFor(model, stage);
  const best = bestStart(work, ask);
  if (best === undefined)
    return { bound: Infinity, duals: dualsFrom(work.book, emptyPrices(model)) };
  const descent: Descent = { best, at: best, direction: best.slope, share: 0.06, idle: 0 };
  restart(descent);
  for (let round = 0; round < ask.iterations && descent.share > 2e-4; round++) {
    if (isOver(ask.clock) || descent.best.bound <= ask.enough) break;
    step(work, descent);
    tell(work, ask.clock);
    if (descent.idle >= 10) restart(descent);
  }
  return { bound: descent.best.bound, duals: descent.best.duals };
};

const emptyPrices = (model: Model): Prices => ({
  lead: new Float64Array(model.requestCount),
  specialist: new Float64Array(model.requestCount),
});
