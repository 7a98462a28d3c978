import { exactBest } from "./knapsack-exact.ts";
import { entry, flagAt, real, whole } from "./cells.ts";
import { type Clock, isOver } from "./clock.ts";
import { type Knapsack, createKnapsack, huntSets, loadKnapsack, relaxedBest } from "./knapsack.ts";
import type { Model } from "./model.ts";
import { type Duals, netValues } from "./net-values.ts";
import type { Stage } from "./objective.ts";

export type LagrangianAnswer = { readonly bound: number; readonly duals: Duals };

type Work = {
  readonly model: Model;
  readonly stage: Stage;
  readonly sack: Knapsack;
  readonly net: Float64Array;
  readonly items: readonly Int32Array[];
};

/** How far each relaxed row is from being met: the direction in which the multipliers move. */
type Slope = {
  readonly lead: Float64Array;
  readonly specialist: Float64Array;
  readonly band: Float64Array;
};

const emptySlope = ({ model, stage }: Work): Slope => ({
  lead: new Float64Array(model.requestCount).fill(1),
  specialist: new Float64Array(model.requestCount),
  band: Float64Array.from(stage.holds, (hold, band) =>
    hold === "free" ? 0 : entry(stage.served, band),
  ),
});

const stepsEach = 400;

const note = (work: Work, slope: Slope, chosen: readonly number[]): void => {
  const { model, stage } = work;
  for (const item of chosen) {
    const request = whole(model.request, item);
    const band = whole(model.band, item);
    if (flagAt(model.isLead, item) === 0) {
      slope.specialist[request] = real(slope.specialist, request) - 1;
      continue;
    }
    slope.lead[request] = real(slope.lead, request) - 1;
    if (entry(stage.holds, band) !== "free") slope.band[band] = real(slope.band, band) - 1;
    if (flagAt(model.opensSpecialist, item) === 1)
      slope.specialist[request] = real(slope.specialist, request) + 1;
  }
};

/** The bound at these multipliers, and its slope from the loads that the providers would choose. */
const evaluate = (work: Work, duals: Duals): { bound: number; slope: Slope } => {
  const { model, stage, sack, net } = work;
  netValues(model, stage.points, { duals, net });
  const slope = emptySlope(work);
  let bound = duals.lead.reduce((sum, dual) => sum + dual, 0);
  stage.served.forEach((served, band) => (bound += served * real(duals.band, band)));
  for (let provider = 0; provider < model.providerCount; provider++) {
    const items = entry(work.items, provider);
    if (items.length === 0) continue;
    loadKnapsack(sack, { model, index: provider, items }, { values: net, floor: 0 });
    let best = 0;
    let chosen: readonly number[] = [];
    const complete = huntSets(sack, {
      model,
      threshold: 0,
      stepsLeft: stepsEach,
      found: (at, value) => {
        best = value;
        chosen = Array.from(at.chosen.subarray(0, at.depth));
        return value + 1e-9;
      },
    });
    bound += complete ? best : Math.min(relaxedBest(sack), exactBest(sack, model));
    note(work, slope, chosen);
  }
  return { bound, slope };
};

const squared = (cells: Float64Array, of: Float64Array): number => {
  let sum = 0;
  cells.forEach((value, at) => {
    if (value < 0 || real(of, at) !== 0) sum += value * value;
  });
  return sum;
};

const moved = (duals: Duals, slope: Slope, step: number): Duals => ({
  lead: duals.lead.map((dual, at) => Math.max(0, dual - step * real(slope.lead, at))),
  specialist: duals.specialist.map((dual, at) =>
    Math.max(0, dual - step * real(slope.specialist, at)),
  ),
  band: duals.band.map((dual, at) => Math.min(0, dual - step * real(slope.band, at))),
});

/** A request is worth at first a share of the most that a lead for it can bring. */
const firstDuals = ({ model, stage }: Work): Duals => ({
  lead: Float64Array.from(model.leadsOfRequest, (items) => {
    let most = 0;
    for (const item of items)
      if (flagAt(stage.leftOut, item) === 0) most = Math.max(most, real(stage.points, item));
    return 0.5 * most;
  }),
  specialist: new Float64Array(model.requestCount),
  band: new Float64Array(4),
});

/**
 * A bound by Lagrangian relaxation of all rows that tie providers together, lowered by the subgradient method with Polyak's steps
 * (Held, Wolfe and Crowder 1974). Needs no linear programme, so it serves a whole country.
 */
export const lagrangianBound = (
  model: Model,
  stage: Stage,
  ask: {
    readonly reached: number;
    readonly clock: Clock;
    readonly iterations: number;
    readonly start?: Duals | undefined;
  },
): LagrangianAnswer => {
  const work: Work = {
    model,
    stage,
    sack: createKnapsack(),
    net: new Float64Array(model.itemCount),
    items: model.itemsOfProvider.map((items) =>
      items.filter((item) => flagAt(stage.leftOut, item) === 0),
    ),
  };
  let duals = ask.start ?? firstDuals(work);
  let best: LagrangianAnswer = { bound: Infinity, duals };
  let theta = 1.2;
  let idle = 0;
  for (let round = 0; round < ask.iterations; round++) {
    const { bound, slope } = evaluate(work, duals);
    if (bound < best.bound - 1e-9) {
      idle = bound < best.bound * (1 - 1e-5) ? 0 : idle + 1;
      best = { bound, duals };
    } else idle++;
    if (idle >= 6) {
      theta *= 0.6;
      idle = 0;
      duals = best.duals;
    }
    if (theta < 1e-3 || isOver(ask.clock)) break;
    const size =
      squared(slope.lead, duals.lead) +
      squared(slope.specialist, duals.specialist) +
      squared(slope.band, duals.band);
    if (size === 0 || bound <= ask.reached) break;
    duals = moved(duals, slope, (theta * (bound - ask.reached)) / size);
  }
  return best;
};
