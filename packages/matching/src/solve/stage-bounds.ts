import { entry, real } from "./cells.ts";
import type { Clock } from "./clock.ts";
import { inherit } from "./inherit.ts";
import { type Ladder, bandOfRequest, fitStart, worthOfLead } from "./ladder.ts";
import type { Model } from "./model.ts";
import { relaxNear } from "./near-relaxation.ts";
import type { Stage } from "./objective.ts";
import { bandBookOf, dualsFrom, pricesFrom } from "./prices.ts";
import { primalDualSolver } from "./primal-dual.ts";
import { type Goal, type Pursuit, type StageOutcome, goalBound, stopFor } from "./pursuit.ts";
import { bandRow, createWideMaster, leadRow, wideDuals } from "./wide-master.ts";

export type BoundAsk = {
  readonly clock: Clock;
  readonly ladder: Ladder;
  readonly rounds: number;
  readonly steps: number;
};

/** What the last lead of a band costs in leads of the goal's own band, one, two and three bands further down, as measured on regions. */
const marginalLeads = [0.7, 3.6, 10, 25];
/** Points of fit that the last lead of a band costs, for each that it costs in leads. */
const pointsOfLastLead = 700;

const marginOf = (index: number, band: number): number =>
  index === 4
    ? pointsOfLastLead * entry(marginalLeads, 3 - band)
    : entry(marginalLeads, Math.min(3, index - band));

/** What the prices that a stage starts from took a lead of a band to be worth. */
const worthAtStart = (index: number, band: number): number =>
  index === 4 ? pointsOfLastLead * worthOfLead(3, band) : worthOfLead(index, band);

/** A rung's multipliers in the goal's points, those of the bands before lowered to about what their last leads cost. */
const startFor = (model: Model, { index, unit, stage }: Goal, { rungs }: Ladder): Float64Array => {
  const rows =
    index === 4 ? fitStart(model, entry(rungs, 3), pointsOfLastLead) : entry(rungs, index).slice();
  const margins = stage.holds.map((hold, band) => (hold === "free" ? 0 : marginOf(index, band)));
  for (let request = 0; request < model.requestCount; request++) {
    const band = bandOfRequest(model, request);
    const margin = margins[band] ?? 0;
    if (margin === 0) continue;
    const fall = Math.max(0, worthAtStart(index, band) - margin);
    rows[leadRow(request)] = Math.max(0, real(rows, leadRow(request)) - fall);
  }
  margins.forEach((margin, band) => (rows[bandRow(model, band)] = -margin));
  return index === 4 ? rows : rows.map((dual) => dual * unit);
};

/** The best multipliers of the bands for the prices that rows amount to; a programme's own steps would take long to find them. */
const sharpener = (model: Model, stage: Stage) => {
  const book = bandBookOf(model, stage);
  const count = model.requestCount;
  return (rows: Float64Array): Float64Array => {
    const band = rows.slice(bandRow(model, 0));
    const prices = pricesFrom(book, {
      lead: rows.slice(0, count),
      specialist: rows.slice(count, 2 * count),
      band,
    });
    const duals = dualsFrom(book, prices);
    const sharp = rows.slice();
    sharp.set(duals.lead, 0);
    sharp.set(duals.specialist, count);
    sharp.set(duals.band, bandRow(model, 0));
    return sharp;
  };
};

/** The bound on one goal with the bands before it held at the plan's numbers, by column generation from the ladder's prices. */
export const boundStage = (pursuit: Pursuit, goal: Goal, ask: BoundAsk): StageOutcome => {
  const { model } = pursuit;
  const { index, stage, unit } = goal;
  const { clock, ladder, rounds, steps } = ask;
  const start = startFor(model, goal, ladder);
  const solver = primalDualSolver({
    steps,
    duals: start,
    unit: index === 4 ? pointsOfLastLead : unit,
  });
  const master = createWideMaster(model, stage, solver);
  inherit(master, ladder.taken);
  const reached = real(pursuit.best.value, index);
  const stop = stopFor({ ...pursuit, clock }, (reached + 1) * unit - 1);
  const sharpened = sharpener(model, stage);
  const { bound: rootBound, rows } = relaxNear(master, {
    start,
    rounds,
    near: 1e-5,
    patience: 8,
    stop,
    sharpened,
  });
  const bound = Math.max(reached, goalBound(goal, rootBound));
  pursuit.tell({ stage: index, best: pursuit.best });
  const duals = wideDuals(master, rows);
  return { bound, proved: bound === reached, stage, unit, duals, rootBound };
};
