import { addPlan } from "./add-plan.ts";
import { branchAndPrice } from "./branch-and-price.ts";
import { real } from "./cells.ts";
import { isOver, shareLeft } from "./clock.ts";
import { relax } from "./column-generation.ts";
import { dive } from "./dive.ts";
import type { Draft } from "./draft.ts";
import { enumerateSets, lagrangianPoint } from "./enumerate.ts";
import { searchFit } from "./fit-search.ts";
import { improve } from "./insertion.ts";
import { middlingFrom } from "./large.ts";
import { searchNeighbourhoods } from "./large-neighbourhood.ts";
import { strengthen } from "./master-cuts.ts";
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
import { saveColumns } from "./simplex-basis.ts";
import { settleByWidth, settlePart } from "./slices.ts";

/** A plan came up that is better in an earlier band than what this stage holds. */
const earlierChanged = (pursuit: Pursuit, { index, stage }: Goal): boolean =>
  stage.served.some((was, band) => band < index && real(pursuit.best.value, band) !== was);

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
/** The first slice of what is open; a wide round's list is short in a narrow one alone. */
const [quarter, sixteenth] = [1 / 4, 1 / 16];
/** More cuts than these rounds bring find next to nothing. */
const cutRounds = 6;

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

/** Better plans from large neighbourhoods, with a share of what is left to spend. */
const seekFit = (pursuit: Pursuit, root: Root, isEnough: () => boolean): void => {
  const part: Pursuit = { ...pursuit, clock: shareLeft(pursuit.clock, 0.5) };
  const keep = () => {
    offer(pursuit, part.best);
    return isEnough();
  };
  searchFit(part, root, { remake: remakeFit, isEnough: keep });
};

/** Slices from where the programme stands now. */
const settleAgain = (
  pursuit: Pursuit,
  { master, goal }: Root,
  at: { readonly bound: number; readonly narrowest: number },
): number => {
  relax(master, stopFor(pursuit, -Infinity));
  return settleByWidth(pursuit, { master, goal, point: lagrangianPoint(master) }, at);
};

/** Fit of a round of middling size: branch and price first, then cuts and large neighbourhoods, with slices between them. */
const settleFit = (pursuit: Pursuit, root: Root, bound: number): number => {
  const { master, goal } = root;
  const isDone = () => isSettled(pursuit, goal, bounded);
  const stop = stopFor(pursuit, targetOf(pursuit, goal) - 0.5);
  let bounded = branch(pursuit, root, { bounded: bound, nodes: Infinity, share: 0.35 });
  if (isDone()) return bounded;
  relax(master, stopFor(pursuit, -Infinity));
  bounded = Math.min(bounded, goalBound(goal, strengthen(master, stop, cutRounds)));
  if (!isDone()) bounded = settleAgain(pursuit, root, { bound: bounded, narrowest: sixteenth });
  if (!isDone()) seekFit(pursuit, { master, goal, point: lagrangianPoint(master) }, isDone);
  return isDone() ? bounded : settleAgain(pursuit, root, { bound: bounded, narrowest: sixteenth });
};

/** From cheap to dear: lists of near-best sets, a short branch and price, better plans from neighbourhoods, and all again. */
const settle = (pursuit: Pursuit, root: Root, bound: number): number => {
  const { goal } = root;
  if (pursuit.isPart) return settlePart(pursuit, root, bound);
  let bounded = bound;
  const isDone = () => isSettled(pursuit, goal, bounded);
  const isFit = goal.index === 4;
  if (!isFit || !isWide(pursuit, root))
    bounded = settleByWidth(pursuit, root, { bound: bounded, narrowest: quarter });
  if (isDone()) return bounded;
  if (!isFit) bounded = branch(pursuit, root, { bounded, nodes: shortWalk, share: 0.4 });
  if (isDone()) return bounded;
  relax(root.master, stopFor(pursuit, -Infinity));
  searchNeighbourhoods(pursuit, {
    rounds: 24,
    providers: 14,
    isEnough: () => isDone() || (isFit && bounded - reached(pursuit, goal) < 0.001 * bounded),
  });
  if (isDone()) return bounded;
  const isMiddling = pursuit.model.requestCount > middlingFrom;
  bounded =
    isFit && isMiddling
      ? settleFit(pursuit, root, bounded)
      : settleAgain(pursuit, root, { bound: bounded, narrowest: quarter });
  return isDone()
    ? bounded
    : branch(pursuit, root, { bounded, nodes: Infinity, share: isFit ? 1 : 0.6 });
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
