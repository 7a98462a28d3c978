import { addPlan } from "./add-plan.ts";
import { real } from "./cells.ts";
import { relax } from "./column-generation.ts";
import { dive } from "./dive.ts";
import type { Draft } from "./draft.ts";
import { enumerateSets, lagrangianPoint } from "./enumerate.ts";
import { improve } from "./insertion.ts";
import { middlingFrom } from "./large.ts";
import { searchNeighbourhoods } from "./large-neighbourhood.ts";
import { type Master, createMaster, resetNode, setStage } from "./master.ts";
import {
  type Goal,
  type Pursuit,
  type StageOutcome,
  goalBound,
  goalOf,
  offer,
  pilotStage,
  reached,
  stopFor,
  targetOf,
} from "./pursuit.ts";
import type { Root } from "./search-above.ts";
import { branch, earlierChanged, isSettled, settleAgain } from "./settle.ts";
import { seekBand, settleFit, withCuts } from "./settle-middling.ts";
import { saveColumns } from "./simplex-basis.ts";
import { settleByWidth, settlePart } from "./slices.ts";

/** Counting leads alone gives a dive little to go by, so it follows the pilot's weights instead. */
const guidedDive = (pursuit: Pursuit, master: Master, goal: Goal): Draft => {
  const stop = stopFor(pursuit, -Infinity);
  if (goal.index === 4) return improve(dive(master, stop));
  const backToStage = saveColumns(master.lp);
  setStage(master, pilotStage(pursuit.model, goal.index, goal.stage));
  resetNode(master);
  relax(master, stop);
  const draft = improve(dive(master, stop));
  setStage(master, goal.stage);
  resetNode(master);
  backToStage();
  return draft;
};

/** Whether better plans are needed before the rest can be listed. */
const isWide = (pursuit: Pursuit, at: Root): boolean => {
  if (pursuit.isPart || pursuit.model.providerCount <= 12) return false;
  const target = targetOf(pursuit, at.goal);
  return enumerateSets(at.master, at.point, { target, limit: 1500 }) === undefined;
};

/** A part of a plan made anew for fit alone, with the number of leads that it has in each band. */
export const remakeFit = (part: Pursuit): void => {
  const served = [0, 1, 2, 3].map((band) => real(part.best.value, band));
  const goal = goalOf(part.model, 4, {
    holds: ["exactly", "exactly", "exactly", "exactly"],
    served,
  });
  const master = createMaster(part.model, goal.stage);
  addPlan(master, part.best);
  pursueStage(part, master, goal);
};

const shortWalk = 30;
/** The first slice of what is open, and how many sets a slice may have. */
const [narrowest, most] = [1 / 4, 10_000];

/** Better plans from small neighbourhoods, whatever the goal. */
const seekNear = (pursuit: Pursuit, isEnough: () => boolean): void =>
  searchNeighbourhoods(pursuit, { rounds: 24, providers: 14, isEnough });

/** A band's leads: a short branch and price, better plans from neighbourhoods, lists of near-best sets, and all again. */
const settleBand = (pursuit: Pursuit, at: Root, bound: number): number => {
  const isMiddling = pursuit.model.requestCount > middlingFrom;
  const { root, bound: cutBound } = isMiddling ? withCuts(pursuit, at, bound) : { root: at, bound };
  let bounded = cutBound;
  const isDone = () => isSettled(pursuit, root.goal, bounded);
  if (!isDone()) bounded = branch(pursuit, root, { bounded, nodes: shortWalk, share: 0.4 });
  if (!isDone()) seekNear(pursuit, isDone);
  if (!isDone()) bounded = settleAgain(pursuit, root, { bound: bounded, narrowest, most });
  if (!isDone()) bounded = branch(pursuit, root, { bounded, nodes: Infinity, share: 0.7 });
  if (isMiddling && !isDone()) seekBand(pursuit, root.master, { goal: root.goal, isDone });
  return bounded;
};

/** Fit of a round of any size: better plans from neighbourhoods, lists of near-best sets, branch and price. */
const settleAnyFit = (pursuit: Pursuit, root: Root, bound: number): number => {
  let bounded = bound;
  const { goal } = root;
  const isDone = () => isSettled(pursuit, goal, bounded);
  seekNear(pursuit, () => isDone() || bounded - reached(pursuit, goal) < 0.001 * bounded);
  if (isDone()) return bounded;
  if (pursuit.model.requestCount > middlingFrom)
    return settleFit(pursuit, root, { bound: bounded, remake: remakeFit });
  bounded = settleAgain(pursuit, root, { bound: bounded, narrowest, most });
  return isDone() ? bounded : branch(pursuit, root, { bounded, nodes: Infinity, share: 1 });
};

/** From cheap to dear: what a list of near-best sets settles at once, then what the goal needs. */
const settle = (pursuit: Pursuit, root: Root, bound: number): number => {
  const { goal } = root;
  if (pursuit.isPart) return settlePart(pursuit, root, bound);
  const isFit = goal.index === 4;
  let bounded = bound;
  if (!isFit || !isWide(pursuit, root))
    bounded = settleByWidth(pursuit, root, { bound, narrowest, most });
  if (isSettled(pursuit, goal, bounded)) return bounded;
  return isFit ? settleAnyFit(pursuit, root, bounded) : settleBand(pursuit, root, bounded);
};

/** Proves or improves the best plan for one goal, with the earlier goals held. Leaves the master at its root. */
export const pursueStage = (pursuit: Pursuit, master: Master, goal: Goal): StageOutcome => {
  setStage(master, goal.stage);
  resetNode(master);
  const stop = stopFor(pursuit, targetOf(pursuit, goal) - 0.5);
  const relaxation = relax(master, stop);
  pursuit.counters.relaxations++;
  const point = lagrangianPoint(master);
  const outcome = {
    stage: goal.stage,
    unit: goal.unit,
    duals: point.duals,
    rootBound: point.bound,
  };
  const bound = Math.min(point.bound, relaxation.bound);
  let bounded = goalBound(goal, bound);
  pursuit.tell({ stage: goal.index, best: pursuit.best });
  if (bounded <= reached(pursuit, goal))
    return { ...outcome, bound: reached(pursuit, goal), proved: true };
  if (!relaxation.complete) return { ...outcome, bound: bounded, proved: false };
  pursuit.counters.dives++;
  offer(pursuit, guidedDive(pursuit, master, goal));
  relax(master, { ...stop, below: -Infinity });
  const again = lagrangianPoint(master);
  bounded = settle(pursuit, { master, goal, point: again }, bounded);
  if (earlierChanged(pursuit, goal)) return { ...outcome, bound: bounded, proved: false };
  const proved = bounded <= reached(pursuit, goal);
  return { ...outcome, bound: Math.max(bounded, reached(pursuit, goal)), proved };
};
