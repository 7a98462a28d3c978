import { branchAndPrice } from "./branch-and-price.ts";
import { real } from "./cells.ts";
import { isOver, shareLeft } from "./clock.ts";
import { relax } from "./column-generation.ts";
import { lagrangianPoint } from "./enumerate.ts";
import { type Goal, type Pursuit, offer, reached, stopFor } from "./pursuit.ts";
import type { Root } from "./search-above.ts";
import { settleByWidth } from "./slices.ts";

/** A plan came up that is better in an earlier band than what this stage holds. */
export const earlierChanged = (pursuit: Pursuit, { index, stage }: Goal): boolean =>
  stage.served.some((was, band) => band < index && real(pursuit.best.value, band) !== was);

/** Nothing is left to do for a goal, or no time to do it. */
export const isSettled = (pursuit: Pursuit, goal: Goal, bounded: number): boolean =>
  bounded <= reached(pursuit, goal) || isOver(pursuit.clock) || earlierChanged(pursuit, goal);

/** Branch and price with a share of what is left to spend. Returns the lower of both bounds. */
export const branch = (
  pursuit: Pursuit,
  root: Root,
  at: { readonly bounded: number; readonly nodes: number; readonly share: number },
): number => {
  const part: Pursuit = { ...pursuit, clock: shareLeft(pursuit.clock, at.share) };
  const bound = branchAndPrice(part, root, at.nodes);
  offer(pursuit, part.best);
  return Math.min(at.bounded, bound);
};

/** The programme's root as it stands now: its sets, and its cuts, may have grown. */
export const rootNow = (pursuit: Pursuit, { master, goal }: Root): Root => {
  relax(master, stopFor(pursuit, -Infinity));
  return { master, goal, point: lagrangianPoint(master) };
};

/** Slices from where the programme stands now. */
export const settleAgain = (
  pursuit: Pursuit,
  root: Root,
  at: { readonly bound: number; readonly narrowest: number; readonly most: number },
): number => settleByWidth(pursuit, rootNow(pursuit, root), at);
