import { real } from "./cells.ts";
import { isOver, shareLeft } from "./clock.ts";
import { lagrangianBound } from "./lagrangian.ts";
import { searchNeighbourhoods } from "./large-neighbourhood.ts";
import type { Duals } from "./net-values.ts";
import type { Hold } from "./objective.ts";
import { type Pursuit, type StageOutcome, goalBound, goalOf } from "./pursuit.ts";

const shareForPlan = 0.6;

/** Neighbourhoods to remake where nobody set a time: enough to pass over every provider a few times. */
const roundsFor = (providers: number): number => Math.ceil(providers / 4);

const boundStage = (
  pursuit: Pursuit,
  index: number,
  at: { readonly share: number; readonly start: Duals | undefined },
): StageOutcome => {
  const served = [0, 1, 2, 3].map((band) => real(pursuit.best.value, band));
  const holds = [0, 1, 2, 3].map((band): Hold => (band < index ? "at-least" : "free"));
  const goal = goalOf(pursuit.model, index, { holds, served });
  const reached = real(pursuit.best.value, index);
  const answer = lagrangianBound(pursuit.model, goal.stage, {
    reached: reached * goal.unit,
    clock: shareLeft(pursuit.clock, at.share),
    iterations: 250,
    start: at.start,
  });
  const bound = Math.max(reached, goalBound(goal, answer.bound));
  pursuit.tell({ stage: index, bound });
  return {
    bound,
    proved: bound === reached,
    stage: goal.stage,
    unit: goal.unit,
    duals: answer.duals,
    rootBound: answer.bound,
  };
};

/**
 * A part too large for one linear programme, a region or the country: the plan by solving neighbourhood after neighbourhood, the
 * bounds by Lagrangian relaxation over the whole.
 */
export const pursueLarge = (pursuit: Pursuit): readonly StageOutcome[] => {
  const part: Pursuit = { ...pursuit, clock: shareLeft(pursuit.clock, shareForPlan) };
  searchNeighbourhoods(part, {
    rounds: Number.isFinite(part.clock.deadline)
      ? Infinity
      : roundsFor(pursuit.model.providerCount),
    providers: 16,
    isEnough: () => isOver(part.clock),
  });
  pursuit.best = part.best;
  return [0, 1, 2, 3, 4].map((index) =>
    boundStage(pursuit, index, { share: index === 4 ? 0.95 : 0.2, start: undefined }),
  );
};
