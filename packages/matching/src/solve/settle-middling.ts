import { shareLeft } from "./clock.ts";
import { relax } from "./column-generation.ts";
import { pointsAt } from "./draft.ts";
import { lagrangianPoint } from "./enumerate.ts";
import { searchFit } from "./fit-search.ts";
import { searchLists } from "./list-search.ts";
import { strengthen } from "./master-cuts.ts";
import { type Master, copyMaster, resetNode, setStage } from "./master.ts";
import {
  type Goal,
  type Pursuit,
  goalBound,
  offer,
  pilotStage,
  reached,
  stopFor,
  targetOf,
} from "./pursuit.ts";
import type { Root } from "./search-above.ts";
import { branch, isSettled, rootNow, settleAgain } from "./settle.ts";

/* What rounds of more than 150 requests need beside what all rounds have: cuts in the programme itself, and plans from lists. */

/** More cuts than these rounds bring find next to nothing. */
const cutRounds = 6;

/**
 * The same programme with cuts, on its own: multipliers of stages to come, which a certificate states, know of none. Gives its root and the
 * lower of both bounds.
 */
export const withCuts = (
  pursuit: Pursuit,
  { master, goal, point }: Root,
  bound: number,
): { readonly root: Root; readonly bound: number } => {
  const root = { master: copyMaster(master), goal, point };
  const stop = stopFor(pursuit, targetOf(pursuit, goal) - 0.5);
  relax(root.master, stop);
  const points = strengthen(root.master, stop, cutRounds);
  return { root, bound: Math.min(bound, goalBound(goal, points)) };
};

const bandSizes = [2_000];

/**
 * Better plans for a band from a list, at the weights of the pilot: counting leads alone tells sets apart too little. Leaves the programme
 * at the pilot's stage, with cuts.
 */
export const seekBand = (
  pursuit: Pursuit,
  master: Master,
  at: { readonly goal: Goal; readonly isDone: () => boolean },
): void => {
  const stage = pilotStage(pursuit.model, at.goal.index, at.goal.stage);
  const stop = stopFor(pursuit, -Infinity);
  setStage(master, stage);
  resetNode(master);
  relax(master, stop);
  strengthen(master, stop, cutRounds);
  relax(master, stop);
  const point = lagrangianPoint(master);
  searchLists(
    pursuit,
    { master, point },
    {
      sizes: bandSizes,
      reached: ({ best }) => pointsAt(best, stage.points),
      keep: ({ best }) => {
        offer(pursuit, best);
        return at.isDone();
      },
    },
  );
};

/** Of the time left, what lists may take. */
const listShare = 0.5;
const fitSizes = [2_000, 10_000];

type FitPart = {
  readonly root: Root;
  readonly isDone: () => boolean;
  /** Makes a part of the plan anew for fit alone. */
  readonly remake: (part: Pursuit) => void;
};

/** Better plans from lists, with a share of what is left to spend. */
const seekByLists = (pursuit: Pursuit, { root, isDone }: FitPart): void => {
  searchLists({ ...pursuit, clock: shareLeft(pursuit.clock, listShare) }, rootNow(pursuit, root), {
    sizes: fitSizes,
    reached: (part) => reached(part, root.goal),
    keep: ({ best }) => {
      offer(pursuit, best);
      return isDone();
    },
  });
};

/** Better plans from large neighbourhoods, with a share of what is left to spend. */
const seekByNeighbourhoods = (pursuit: Pursuit, { root, isDone, remake }: FitPart): void => {
  const part: Pursuit = { ...pursuit, clock: shareLeft(pursuit.clock, 0.5) };
  const isEnough = () => {
    offer(pursuit, part.best);
    return isDone();
  };
  searchFit(part, rootNow(pursuit, root), { remake, isEnough });
};

/** Slices: the first as a share of what is open, and how many sets one may have; at first such that take a second or two, later such that take what is left. */
const [quick, long] = [
  { narrowest: 1 / 16, most: 10_000 },
  { narrowest: 1 / 8, most: 100_000 },
];

/** Fit: cuts, what short lists settle, plans from lists and neighbourhoods with longer lists between them, and branch and price with what time is left. */
export const settleFit = (
  pursuit: Pursuit,
  at: Root,
  { bound, remake }: { readonly bound: number; readonly remake: (part: Pursuit) => void },
): number => {
  const { root, bound: cutBound } = withCuts(pursuit, at, bound);
  let bounded = cutBound;
  const isDone = () => isSettled(pursuit, root.goal, bounded);
  const slices = (width: typeof quick): void => {
    if (!isDone()) bounded = settleAgain(pursuit, root, { bound: bounded, ...width });
  };
  const part = { root, isDone, remake };
  slices(quick);
  if (!isDone()) seekByLists(pursuit, part);
  slices(long);
  if (!isDone()) seekByNeighbourhoods(pursuit, part);
  slices(long);
  return isDone() ? bounded : branch(pursuit, root, { bounded, nodes: Infinity, share: 1 });
};
