import { isOver } from "./clock.ts";
import { enumerateSets, fixItems } from "./enumerate.ts";
import { resetNode } from "./master.ts";
import { type Goal, type Pursuit, reached, targetOf } from "./pursuit.ts";
import { type Root, searchAbove } from "./search-above.ts";

const aimAt = (pursuit: Pursuit, goal: Goal, at: { bounded: number; width: number }): number => {
  const low = reached(pursuit, goal);
  const aimed = goal.unit * Math.ceil(at.bounded - (at.bounded - low) * at.width);
  return Math.max(targetOf(pursuit, goal), aimed);
};

/**
 * Settles all plans in a slice below the bound, as a share of what is open, then in a wider one (destructive bounds, Klein and Scholl 1999). A slice without a plan
 * lowers the bound; a slice with one holds the best.
 */
export const settleByWidth = (
  pursuit: Pursuit,
  root: Root,
  { bound, narrowest }: { readonly bound: number; readonly narrowest: number },
): number => {
  const { master, goal } = root;
  let bounded = bound;
  for (let width = narrowest; width <= 1 && !isOver(pursuit.clock); width *= 2) {
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
export const settlePart = (pursuit: Pursuit, root: Root, bound: number): number => {
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
