import { branchAndPrice } from "./branch-and-price.ts";
import { real } from "./cells.ts";
import { isOver, shareLeft } from "./clock.ts";
import { relax } from "./column-generation.ts";
import { dive } from "./dive.ts";
import type { Draft } from "./draft.ts";
import { enumerateSets, fixItems, lagrangianPoint } from "./enumerate.ts";
import { improve } from "./insertion.ts";
import { searchNeighbourhoods } from "./large-neighbourhood.ts";
import { type Master, resetNode, setStage } from "./master.ts";
import {
  type Goal,
  type Pursuit,
  type StageOutcome,
  goalBound,
  offer,
  pilotStage,
  reached,
  stopFor,
  targetOf,
} from "./pursuit.ts";
import { type Root, searchAbove } from "./search-above.ts";
import { saveColumns } from "./simplex-basis.ts";

/** A plan came up that is better in an earlier band than what this stage holds. */
const earlierChanged = (pursuit: Pursuit, { index, stage }: Goal): boolean =>
  stage.served.some((was, band) => band < index && real(pursuit.best.value, band) !== was);

const aimAt = (pursuit: Pursuit, goal: Goal, at: { bounded: number; width: number }): number => {
  const low = reached(pursuit, goal);
  const aimed = goal.unit * Math.ceil(at.bounded - (at.bounded - low) * at.width);
  return Math.max(targetOf(pursuit, goal), aimed);
};

/**
 * Settles all plans in a slice below the bound, then in a wider one (destructive bounds, Klein and Scholl 1999). A slice without a plan
 * lowers the bound; a slice with one holds the best.
 */
const settleByWidth = (pursuit: Pursuit, root: Root, bound: number): number => {
  const { master, goal } = root;
  let bounded = bound;
  for (let width = 0.25; width <= 1 && !isOver(pursuit.clock); width *= 2) {
    if (bounded <= reached(pursuit, goal)) break;
    const aimed = aimAt(pursuit, goal, { bounded, width });
    fixItems(master, root.point, aimed);
    const complete = searchAbove(pursuit, root, aimed);
    resetNode(master);
    if (!complete) break;
    bounded = Math.max(reached(pursuit, goal), aimed / goal.unit - 1);
  }
  return bounded;
};

/** For a part of a larger plan: one search in the widest slice that stays small. */
const settlePart = (pursuit: Pursuit, root: Root, bound: number): number => {
  const { master, goal, point } = root;
  for (const width of [1, 0.5, 0.25]) {
    const target = aimAt(pursuit, goal, { bounded: bound, width });
    const list = enumerateSets(master, point, { target, limit: 700 });
    if (list === undefined) continue;
    const complete = searchAbove(pursuit, root, target);
    return complete ? Math.max(reached(pursuit, goal), target / goal.unit - 1) : bound;
  }
  return bound;
};

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

const isSettled = (pursuit: Pursuit, goal: Goal, bounded: number): boolean =>
  bounded <= reached(pursuit, goal) || isOver(pursuit.clock) || earlierChanged(pursuit, goal);

/** Branch and price with a share of what is left to spend. */
const branch = (
  pursuit: Pursuit,
  root: Root,
  at: { readonly bounded: number; readonly nodes: number; readonly share: number },
): number => {
  const part: Pursuit = { ...pursuit, clock: shareLeft(pursuit.clock, at.share) };
  const bound = branchAndPrice(part, root, at.nodes);
  offer(pursuit, part.best);
  return Math.min(at.bounded, bound);
};

const shortWalk = 30;

/** From cheap to dear: lists of near-best sets, a short branch and price, better plans from neighbourhoods, and all again. */
const settle = (pursuit: Pursuit, root: Root, bound: number): number => {
  const { goal } = root;
  if (pursuit.isPart) return settlePart(pursuit, root, bound);
  let bounded = bound;
  const isDone = () => isSettled(pursuit, goal, bounded);
  if (goal.index < 4 || !isWide(pursuit, root)) bounded = settleByWidth(pursuit, root, bounded);
  if (isDone()) return bounded;
  if (goal.index < 4) bounded = branch(pursuit, root, { bounded, nodes: shortWalk, share: 0.4 });
  if (isDone()) return bounded;
  relax(root.master, stopFor(pursuit, -Infinity));
  searchNeighbourhoods(pursuit, {
    rounds: 24,
    providers: 14,
    isEnough: () =>
      isDone() || (goal.index === 4 && bounded - reached(pursuit, goal) < 0.001 * bounded),
  });
  if (isDone()) return bounded;
  bounded = settleByWidth(pursuit, { ...root, point: lagrangianPoint(root.master) }, bounded);
  return isDone()
    ? bounded
    : branch(pursuit, root, { bounded, nodes: Infinity, share: goal.index === 4 ? 1 : 0.6 });
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
