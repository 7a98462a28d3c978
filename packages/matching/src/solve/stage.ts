import { isOver, shareLeft, type Clock } from "./clock.ts";
import { relax, type Stop } from "./column-generation.ts";
import { flagAt, real, whole } from "./cells.ts";
import { dive } from "./dive.ts";
import { compareValues, draftOf, fillSpecialists, itemsOf, type Draft } from "./draft.ts";
import { enumerateSets, fixItems, lagrangianPoint, type LagrangianPoint } from "./enumerate.ts";
import { improve } from "./insertion.ts";
import { resetNode, setStage, solvedMaster, type Master, type Stage } from "./master.ts";
import type { Model } from "./model.ts";
import type { Duals } from "./net-values.ts";
import { branchAndPrice } from "./branch-and-price.ts";
import { searchNeighbourhoods } from "./large-neighbourhood.ts";
import { searchPool } from "./pool-search.ts";

/** The state of a solve: the best plan so far, and what is told about progress. */
export type Pursuit = {
  readonly model: Model;
  readonly clock: Clock;
  best: Draft;
  /** True while only a part of a larger plan is made anew: then effort is small and proof no aim. */
  readonly isPart: boolean;
  readonly tell: (at: { stage: number; bound: number }) => void;
  readonly counters: PursuitCounters;
};

export type PursuitCounters = {
  relaxations: number;
  dives: number;
  pools: number;
  nodes: number;
  sets: number;
};

export const newCounters = (): PursuitCounters => ({
  relaxations: 0,
  dives: 0,
  pools: 0,
  nodes: 0,
  sets: 0,
});

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

const setLimit = 8_000;

type Held = Pick<Stage, "holds" | "served">;

/** How many leads the first bands can have does not depend on specialists or on later bands: they only take room. */
const leftOutOf = (model: Model, index: number): Uint8Array =>
  Uint8Array.from(model.isLead, (isLead, item) =>
    index < 4 && (isLead === 0 || whole(model.band, item) > index) ? 1 : 0,
  );

/** A band's stage counts its leads, with fit as a small tie-break that keeps the relaxation from wandering. */
export const goalOf = (model: Model, index: number, held: Held): Goal => {
  const leftOut = leftOutOf(model, index);
  if (index === 4)
    return {
      index,
      unit: 1,
      most: Infinity,
      stage: { ...held, leftOut, points: Float64Array.from(model.fit) },
    };
  const unit = unitOf(model);
  const points = Float64Array.from(model.fit, (fit, item) => {
    const counts = flagAt(model.isLead, item) === 1 && whole(model.band, item) === index;
    return Math.max(0, fit) + (counts ? unit : 0);
  });
  const most = model.leadsOfRequest.filter(
    (items) => items.length > 0 && whole(model.band, whole(items, 0)) === index,
  ).length;
  return { index, unit, most, stage: { ...held, leftOut, points } };
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
    {
      target,
      step: goal.unit,
      nodeLimit: pursuit.isPart ? 30 : 200_000,
      isOver: () => isOver(pursuit.clock),
    },
  );
  pursuit.counters.nodes += answer.nodes;
  if (answer.items !== undefined) offerItems(pursuit, answer.items);
  return answer.complete;
};

/** A plan came up that is better in an earlier band than what this stage holds. */
const earlierChanged = (pursuit: Pursuit, { index, stage }: Goal): boolean =>
  stage.served.some((was, band) => band < index && real(pursuit.best.value, band) !== was);

type Root = { readonly master: Master; readonly goal: Goal; readonly point: LagrangianPoint };

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

/** Weights that put bands far apart, but not so far that the relaxation loses sight of fit. */
const pilotWeights = [180_000, 45_000, 12_000, 3_000];

/** Everything at once, with bands before `from` held: what a dive follows best. */
export const pilotStage = (model: Model, from: number, held: Held): Stage => ({
  ...held,
  points: Float64Array.from(model.fit, (fit, item) => {
    const band = whole(model.band, item);
    const counts = flagAt(model.isLead, item) === 1 && band >= from;
    return fit + (counts ? (pilotWeights[band] ?? 0) : 0);
  }),
  leftOut: new Uint8Array(model.itemCount),
});

/** Counting leads alone gives a dive little to go by, so it follows the pilot's weights instead. */
const guidedDive = (pursuit: Pursuit, master: Master, goal: Goal): Draft => {
  const stop = stopFor(pursuit, -Infinity);
  if (goal.index === 4) return improve(dive(master, stop));
  setStage(master, pilotStage(pursuit.model, goal.index, goal.stage));
  resetNode(master);
  relax(master, stop);
  const draft = improve(dive(master, stop));
  setStage(master, goal.stage);
  resetNode(master);
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

/** Branch and price with a share of the time that is left. */
const branch = (pursuit: Pursuit, root: Root, at: { bounded: number; nodes: number }): number => {
  const part: Pursuit = { ...pursuit, clock: shareLeft(pursuit.clock, 0.4) };
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
  if (goal.index < 4) bounded = branch(pursuit, root, { bounded, nodes: shortWalk });
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
  return isDone() ? bounded : branch(pursuit, root, { bounded, nodes: Infinity });
};

/** Proves or improves the best plan for one goal, with the earlier goals held. Leaves the master at its root. */
export const pursueStage = (pursuit: Pursuit, master: Master, goal: Goal): StageOutcome => {
  const { model } = pursuit;
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
  pursuit.tell({ stage: goal.index, bound: bounded });
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
