import { entry, flagAt, real, whole } from "./cells.ts";
import { type Clock, isOver, spend } from "./clock.ts";
import { exactBest } from "./knapsack-exact.ts";
import { type Knapsack, createKnapsack, loadItems } from "./knapsack.ts";
import type { Model } from "./model.ts";
import { type Duals, netValues } from "./net-values.ts";
import type { Stage } from "./objective.ts";
import {
  type BandBook,
  type Prices,
  bandBookOf,
  dualsFrom,
  fullPrices,
  pricesFrom,
} from "./prices.ts";

export type LagrangianAnswer = { readonly bound: number; readonly duals: Duals };

type Work = {
  readonly model: Model;
  readonly stage: Stage;
  readonly book: BandBook;
  /** Above these prices nobody asks for anything. */
  readonly full: Prices;
  readonly sack: Knapsack;
  readonly net: Float64Array;
  readonly items: readonly Int32Array[];
};

type Point = LagrangianAnswer & {
  readonly prices: Prices;
  /** How far each row is from being met there: the direction in which the prices should move. */
  readonly slope: Prices;
};

/** A lead may be worth the specialist that it makes room for besides. */
const fullWithRoom = (model: Model, stage: Stage): Prices => {
  const { lead, specialist } = fullPrices(model, stage);
  return { lead: lead.map((price, at) => price + real(specialist, at)), specialist };
};

const workFor = (model: Model, stage: Stage): Work => ({
  model,
  stage,
  book: bandBookOf(model, stage),
  full: fullWithRoom(model, stage),
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

/** What one provider would take on at these prices, noted on the slope. Returns its worth. */
const takeBest = (work: Work, provider: number, slope: Prices): number => {
  const { model, sack, net } = work;
  const items = entry(work.items, provider);
  loadItems(sack, { model, index: provider, items }, { values: net, floor: 0 });
  if (sack.size === 0) return 0;
  const best = exactBest(sack, model);
  for (let k = 0; k < sack.depth; k++) note(model, slope, whole(sack.chosen, k));
  return best;
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

const squared = (cells: Float64Array): number => cells.reduce((sum, cell) => sum + cell * cell, 0);

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, cell, at) => sum + cell * real(b, at), 0);

const mostShare = 0.1;
const patience = 8;

/** What is left of each row by the mean of what providers took on so far (the volume of each set's prices). */
type Descent = { best: Point; mean: Prices; factor: number; idle: number; aim: number };

/** The share of the newest answer that brings the mean nearest to meeting every row. */
const shareOf = (mean: Prices, slope: Prices): number => {
  const own = squared(mean.lead) + squared(mean.specialist);
  const other = squared(slope.lead) + squared(slope.specialist);
  const both = dot(mean.lead, slope.lead) + dot(mean.specialist, slope.specialist);
  const size = own + other - 2 * both;
  const share = size <= 0 ? mostShare : (own - both) / size;
  return Math.min(mostShare, Math.max(mostShare / 10, share));
};

const blended = (to: Float64Array, from: Float64Array, share: number): Float64Array =>
  to.map((cell, at) => share * real(from, at) + (1 - share) * cell);

/**
 * One step of the volume algorithm (Barahona and Anbil 2000): from the best prices so far along what the mean of all answers leaves
 * unmet, as long as Polyak's rule says.
 */
const step = (work: Work, descent: Descent): void => {
  const { mean, best } = descent;
  const size = squared(mean.lead) + squared(mean.specialist);
  if (size === 0) return;
  const length = (descent.factor * Math.max(best.bound - descent.aim, 1e-4 * best.bound)) / size;
  const moved = (from: Float64Array, along: Float64Array, most: Float64Array) =>
    from.map((price, cell) => Math.min(real(most, cell), price - length * real(along, cell)));
  const next = evaluate(work, {
    lead: moved(best.prices.lead, mean.lead, work.full.lead),
    specialist: moved(best.prices.specialist, mean.specialist, work.full.specialist),
  });
  const share = shareOf(mean, next.slope);
  const agrees = dot(mean.lead, next.slope.lead) + dot(mean.specialist, next.slope.specialist);
  descent.mean = {
    lead: blended(mean.lead, next.slope.lead, share),
    specialist: blended(mean.specialist, next.slope.specialist, share),
  };
  if (next.bound < best.bound) {
    descent.best = next;
    descent.idle = 0;
    if (agrees >= 0) descent.factor = Math.min(2, descent.factor * 1.5);
  } else if (++descent.idle >= patience) {
    descent.factor *= 0.66;
    descent.idle = 0;
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
 * A bound by Lagrangian relaxation of all rows that tie providers together (Held, Wolfe and Crowder 1974), lowered by the volume
 * algorithm. Needs no linear programme, so it serves a whole country.
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
  const descent: Descent = { best, mean: best.slope, factor: 1, idle: 0, aim: ask.enough };
  for (let round = 0; round < ask.iterations && descent.factor > 1e-3; round++) {
    if (isOver(ask.clock) || descent.best.bound <= ask.enough) break;
    step(work, descent);
    tell(work, ask.clock);
  }
  return { bound: descent.best.bound, duals: descent.best.duals };
};

const emptyPrices = (model: Model): Prices => ({
  lead: new Float64Array(model.requestCount),
  specialist: new Float64Array(model.requestCount),
});
