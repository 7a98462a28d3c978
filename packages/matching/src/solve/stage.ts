import { isOver, type Clock } from "./clock.ts";
import { relax, type Stop } from "./column-generation.ts";
import { flagAt, real, whole } from "./cells.ts";
import { dive } from "./dive.ts";
import { compareValues, draftOf, fillSpecialists, itemsOf, type Draft } from "./draft.ts";
import { enumerateSets, fixItems, lagrangianPoint, type LagrangianPoint } from "./enumerate.ts";
import { improve } from "./insertion.ts";
import {
  resetNode,
  setStage,
  solvedMaster,
  type Duals,
  type Master,
  type Stage,
} from "./master.ts";
import type { Model } from "./model.ts";
import { branchAndPrice } from "./branch-and-price.ts";
import { searchPool } from "./pool-search.ts";

/** The state of a solve: the best plan so far, and what is told about progress. */
export type Pursuit = {
  readonly model: Model;
  readonly clock: Clock;
  best: Draft;
  readonly tell: (at: { stage: number; bound: number }) => void;
  readonly counters: {
    relaxations: number;
    dives: number;
    pools: number;
    nodes: number;
    sets: number;
  };
};

export type StageOutcome = {
  /** The largest whole number that this stage's goal (leads in its band, or fit) can reach. */
  readonly bound: number;
  readonly proved: boolean;
  readonly stage: Stage;
  readonly unit: number;
  /** The multipliers behind the root bound, for the certificate. */
  readonly duals: Duals;
  readonly rootBound: number;
};

export type Goal = {
  readonly index: number;
  readonly stage: Stage;
  /** Points of one unit of the goal: a lead in the band, or one point of fit. */
  readonly unit: number;
  /** No plan can reach more, whatever the relaxation says. */
  readonly most: number;
};

const setLimit = 30_000;

/** A band's stage counts its leads, with fit as a small tie-break that keeps the relaxation from wandering. */
export const goalOf = (model: Model, index: number, held: Omit<Stage, "points">): Goal => {
  if (index === 4)
    return {
      index,
      unit: 1,
      most: Infinity,
      stage: { ...held, points: Float64Array.from(model.fit) },
    };
  const unit = unitOf(model);
  const points = Float64Array.from(model.fit, (fit, item) => {
    const counts = flagAt(model.isLead, item) === 1 && whole(model.band, item) === index;
    return Math.max(0, fit) + (counts ? unit : 0);
  });
  const most = model.leadsOfRequest.filter(
    (items) => items.length > 0 && whole(model.band, whole(items, 0)) === index,
  ).length;
  return { index, unit, most, stage: { ...held, points } };
};

const unitOf = (model: Model): number => {
  let total = 0;
  for (const lists of [model.leadsOfRequest, model.specialistsOfRequest])
    for (const items of lists) {
      let most = 0;
      for (const item of items) most = Math.max(most, whole(model.fit, item));
      total += most;
    }
  return 20 * (total + 1);
};

export const reached = (pursuit: Pursuit, goal: Goal): number =>
  real(pursuit.best.value, goal.index);

/** The points that a better plan must have. */
export const targetOf = (pursuit: Pursuit, goal: Goal): number =>
  goal.unit * (reached(pursuit, goal) + 1);

export const goalBound = (goal: Goal, points: number): number =>
  Math.min(goal.most, Math.floor((points + 1e-4) / goal.unit));

/** Keeps a plan when it is better. */
export const offer = (pursuit: Pursuit, draft: Draft): boolean => {
  if (compareValues(draft.value, pursuit.best.value) <= 0) return false;
  pursuit.best = draft;
  return true;
};

export const offerItems = (pursuit: Pursuit, items: readonly number[]): boolean => {
  const draft = draftOf(pursuit.model, items);
  fillSpecialists(draft);
  return offer(pursuit, improve(draft));
};

export const stopFor = (pursuit: Pursuit, below: number): Stop => ({
  below,
  isOver: () => isOver(pursuit.clock),
});

/** Searches all plans of at least `target` points. True when the answer is complete. */
export const searchAbove = (
  pursuit: Pursuit,
  at: { readonly master: Master; readonly goal: Goal; readonly point: LagrangianPoint },
  target: number,
): boolean => {
  const { master, goal, point } = at;
  const list = enumerateSets(master, point, { target, limit: setLimit });
  if (list === undefined) return false;
  pursuit.counters.sets += list.sets.length;
  pursuit.counters.pools++;
  const answer = searchPool(
    pursuit.model,
    { stage: goal.stage, list, start: solvedMaster(master) },
    { target, step: goal.unit, nodeLimit: 200_000, isOver: () => isOver(pursuit.clock) },
  );
  pursuit.counters.nodes += answer.nodes;
  if (answer.items !== undefined) offerItems(pursuit, answer.items);
  return answer.complete;
};

/** Proves or improves the best plan for one goal, with the earlier goals held. Leaves the master at its root. */
export const pursueStage = (pursuit: Pursuit, master: Master, goal: Goal): StageOutcome => {
  resetNode(master);
  setStage(master, goal.stage);
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
  pursuit.tell({ stage: goal.index, bound: bounded });
  if (bounded <= reached(pursuit, goal))
    return { ...outcome, bound: reached(pursuit, goal), proved: true };
  if (!relaxation.complete) return { ...outcome, bound: bounded, proved: false };
  pursuit.counters.dives++;
  offer(pursuit, improve(dive(master, stop)));
  relax(master, { ...stop, below: -Infinity });
  const again = lagrangianPoint(master);
  for (let width = 0.25; width <= 1 && !isOver(pursuit.clock); width *= 2) {
    const target = targetOf(pursuit, goal);
    if (bounded <= reached(pursuit, goal)) break;
    const aimed = Math.max(
      target,
      goal.unit * Math.ceil(bounded - (bounded - reached(pursuit, goal)) * width),
    );
    fixItems(master, again, aimed);
    const complete = searchAbove(pursuit, { master, goal, point: again }, aimed);
    resetNode(master);
    if (!complete) break;
    bounded = Math.max(reached(pursuit, goal), aimed / goal.unit - 1);
  }
  if (bounded > reached(pursuit, goal) && !isOver(pursuit.clock))
    bounded = Math.min(bounded, branchAndPrice(pursuit, master, goal));
  const proved = bounded <= reached(pursuit, goal);
  return { ...outcome, bound: Math.max(bounded, reached(pursuit, goal)), proved };
};
