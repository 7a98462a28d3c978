import { isOver } from "./clock.ts";
import { enumerateSets, fixItems } from "./enumerate.ts";
import { resetNode } from "./master.ts";
import { type Goal, type Pursuit, goalBound, reached, targetOf } from "./pursuit.ts";
import { type Root, searchAbove } from "./search-above.ts";

const aimAt = (pursuit: Pursuit, goal: Goal, at: { bounded: number; width: number }): number => {
  const low = reached(pursuit, goal);
  const aimed = goal.unit * Math.ceil(at.bounded - (at.bounded - low) * at.width);
  return Math.max(targetOf(pursuit, goal), aimed);
};

/** What a slice with too many sets is cut down to, and then doubled again. */
const shrink = 0.3;

/**
 * Settles all plans in a slice below the bound, as a share of what is open, then in a wider one, as long as no more than `most` sets matter (destructive bounds, Klein and Scholl 1999). A slice without a plan
 * lowers the bound; a slice with one holds the best.
 */
export const settleByWidth = (
  pursuit: Pursuit,
  root: Root,
  {
    bound,
    narrowest,
    most,
  }: { readonly bound: number; readonly narrowest: number; readonly most: number },
): number => {
  const { master, goal } = root;
  let bounded = bound;
  let tries = 3;
  for (let width = narrowest; width <= 1 && !isOver(pursuit.clock); width *= 2) {
    if (bounded <= reached(pursuit, goal)) break;
    const aimed = aimAt(pursuit, goal, { bounded, width });
    fixItems(master, root.point, aimed);
    const answer = searchAbove(pursuit, root, { target: aimed, limit: most });
    resetNode(master);
    if (answer === undefined) {
      if (--tries === 0 || width === narrowest) break;
      width *= shrink;
      continue;
    }
    const left = Math.max(answer.bound, aimed - goal.unit);
    bounded = Math.min(bounded, Math.max(reached(pursuit, goal), goalBound(goal, left)));
    if (!answer.complete) break;
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
    const answer = searchAbove(pursuit, root, { target, limit: 700 });
    return answer?.complete ? Math.max(reached(pursuit, goal), target / goal.unit - 1) : bound;
  }
  return bound;
};
