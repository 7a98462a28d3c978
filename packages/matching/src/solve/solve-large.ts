import { entry, real } from "./cells.ts";
import { isLimited, isOver, planAhead, shareLeft, type Clock } from "./clock.ts";
import { lagrangianBound } from "./lagrangian.ts";
import { searchNeighbourhoods } from "./large-neighbourhood.ts";
import { emptyDraft } from "./draft.ts";
import type { LinearSolver } from "./linear-solver.ts";
import type { Hold } from "./objective.ts";
import { type Goal, type Pursuit, type StageOutcome, goalBound, goalOf, offer } from "./pursuit.ts";
import { passOver } from "./regions-pass.ts";
import { type Costs, costsFrom, noCosts, startPrices } from "./start-prices.ts";

/** Of the work, what goes into regions, then into neighbourhoods; the rest goes into bounds. */
const shareForRegions = 0.6;
const shareForPlan = 0.25;
const shareInOneRegion = 0.6;
const regionSize = 250;
/** Up to this many providers the whole part is one region. */
const oneRegion = 900;

/** Neighbourhoods to remake where nobody set a limit: enough to pass over every provider a few times. */
const roundsFor = (providers: number): number => Math.ceil(providers / 4);

const steady = { near: 5e-4, share: 0.05 };
const thorough = { near: 5e-5, share: 0.02 };

/** Region after region. A second pass with other borders was measured to gain next to nothing. */
const solveRegions = (pursuit: Pursuit, solver: LinearSolver): void => {
  const isOne = pursuit.model.providerCount <= oneRegion;
  const start = isOne ? emptyDraft(pursuit.model) : pursuit.best;
  offer(
    pursuit,
    passOver(pursuit, start, {
      solver,
      providers: isOne ? oneRegion : regionSize,
      effort: isOne ? thorough : steady,
    }),
  );
};

/** Counts alone, without the tie-break by fit that small linear programmes need. */
const plainGoal = (pursuit: Pursuit, index: number): Goal => {
  const { model } = pursuit;
  const served = [0, 1, 2, 3].map((band) => real(pursuit.best.value, band));
  const holds = [0, 1, 2, 3].map((band): Hold => (band < index ? "at-least" : "free"));
  return goalOf(model, index, { holds, served });
};

const iterations = 400;

const boundStage = (
  pursuit: Pursuit,
  goal: Goal,
  at: { readonly clock: Clock; readonly costs: Costs },
): StageOutcome => {
  const { model } = pursuit;
  const { index, stage, unit } = goal;
  const reached = real(pursuit.best.value, index);
  const answer = lagrangianBound(model, stage, {
    enough: (reached + 1) * unit - 1,
    clock: at.clock,
    iterations,
    starts: startPrices(model, goal, at.costs),
  });
  const bound = Math.max(reached, goalBound(goal, answer.bound));
  pursuit.tell({ stage: index, best: pursuit.best });
  return {
    bound,
    proved: bound === reached,
    stage,
    unit,
    duals: answer.duals,
    rootBound: answer.bound,
  };
};

const boundShares = [0.1, 0.2, 0.3, 0.5, 1];

/**
 * A part too large for one linear programme, a region or the country: the plan by solving region after region with column generation,
 * then neighbourhood after neighbourhood; the bounds by Lagrangian relaxation over the whole, each stage from the prices of the last.
 */
export const pursueLarge = (pursuit: Pursuit): readonly StageOutcome[] => {
  const part: Pursuit = { ...pursuit, clock: shareLeft(pursuit.clock, shareForRegions) };
  if (pursuit.linearSolver !== undefined) solveRegions(part, pursuit.linearSolver);
  planAhead(pursuit.clock);
  const isOne = pursuit.model.providerCount <= oneRegion;
  const share = isOne ? shareInOneRegion : shareForPlan;
  const rest: Pursuit = { ...part, clock: shareLeft(pursuit.clock, share) };
  searchNeighbourhoods(rest, {
    rounds: isLimited(rest.clock) ? Infinity : roundsFor(pursuit.model.providerCount),
    providers: 16,
    isEnough: () => isOver(rest.clock),
  });
  pursuit.best = rest.best;
  planAhead(pursuit.clock);
  let costs = noCosts(pursuit.model);
  return [0, 1, 2, 3, 4].map((index) => {
    const clock = shareLeft(pursuit.clock, entry(boundShares, index));
    const goal = plainGoal(pursuit, index);
    const outcome = boundStage(pursuit, goal, { clock, costs });
    costs = costsFrom(pursuit.model, goal, outcome.duals);
    return outcome;
  });
};
