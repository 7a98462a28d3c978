import { flagAt, real, whole } from "./cells.ts";
import { type Clock, isOver, spend } from "./clock.ts";
import type { Stop } from "./column-generation.ts";
import { type Draft, compareValues, draftOf, fillSpecialists } from "./draft.ts";
import { improve } from "./insertion.ts";
import type { Model } from "./model.ts";
import type { Duals } from "./net-values.ts";
import type { Stage } from "./objective.ts";

/** The state of a solve: the best plan so far, and what is told about progress. */
export type Pursuit = {
  readonly model: Model;
  readonly clock: Clock;
  best: Draft;
  /** True while only a part of a larger plan is made anew: then effort is small and proof no aim. */
  readonly isPart: boolean;
  /** 1 for each placement of the last plan. */
  readonly previous: Uint8Array;
  /** Solves a part of a larger plan; handed in, because the search over parts is itself part of the solve. */
  readonly remake: (part: Pursuit) => readonly StageOutcome[];
  /** Tells which goal is worked on, and the best plan by now. */
  readonly tell: (at: { readonly stage: number; readonly best: Draft }) => void;
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

export type Held = Pick<Stage, "holds" | "served">;

export const nothingHeld: Held = {
  holds: ["free", "free", "free", "free"],
  served: [0, 0, 0, 0],
};

/** How many leads the first bands can have does not depend on specialists or on later bands: they only take room. */
export const leftOutOf = (model: Model, index: number): Uint8Array =>
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
      most: mostFit(model),
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

/** More fit than any plan can have: everyone with the fittest lead and the fittest specialist. */
const mostFit = (model: Model): number => {
  let total = 0;
  for (const lists of [model.leadsOfRequest, model.specialistsOfRequest])
    for (const items of lists) {
      let most = 0;
      for (const item of items) most = Math.max(most, whole(model.fit, item));
      total += most;
    }
  return total;
};

const unitOf = (model: Model): number => 200 * (mostFit(model) + 1);

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
  spend: (units) => spend(pursuit.clock, units),
});

/**
 * Points that a lead of each band is worth beside fit while a plan is sought: somewhat more than the last of its band costs in all else, as
 * measured on regions and a country. At much more, fit and later bands lose what no earlier band gains; at less, the plan itself gives up leads.
 * The largest rounds have their own (`solve-large.ts`).
 */
export const pointsOfLead = [70_000, 30_000, 11_000, 1_000] as const;

/** Points that a lead of each band is worth, the greatest need first. */
export type LeadPoints = readonly [number, number, number, number];

/** Everything at once, with bands before `from` held: what a dive follows best. */
export const pilotStage = (model: Model, from: number, held: Held): Stage => ({
  ...held,
  points: Float64Array.from(model.fit, (fit, item) => {
    const band = whole(model.band, item);
    const counts = flagAt(model.isLead, item) === 1 && band >= from;
    return fit + (counts ? (pointsOfLead[band] ?? 0) : 0);
  }),
  leftOut: new Uint8Array(model.itemCount),
});
