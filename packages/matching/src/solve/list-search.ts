import { isOver, shareLeft } from "./clock.ts";
import { type LagrangianPoint, type SetList, enumerateSets } from "./enumerate.ts";
import type { Master } from "./master.ts";
import type { Pursuit } from "./pursuit.ts";
import { searchListed } from "./search-above.ts";

/** Nodes of the search of one list: most plans come up early. */
const nodeLimit = 500;

type At = { readonly master: Master; readonly point: LagrangianPoint };

export type ListAsk = {
  /** Sets that the lists may have, one after the other. */
  readonly sizes: readonly number[];
  /** Points of the best plan so far, at the stage of the programme. */
  readonly reached: (pursuit: Pursuit) => number;
  /** Told after each list; true when the best plan will do. */
  readonly keep: (pursuit: Pursuit) => boolean;
};

/** The sets that lose least at the prices, as many as fit: found by halving the range in which the last of them lies. */
const nearestSets = ({ master, point }: At, target: number, limit: number): SetList => {
  const within = (width: number) =>
    enumerateSets(master, point, { target: point.bound - width, limit });
  let [none, all] = [0, point.bound - target];
  let list = within(all);
  if (list !== undefined) return list;
  for (let step = 0; step < 10; step++) {
    const width = (none + all) / 2;
    const found = within(width);
    if (found === undefined) all = width;
    else {
      list = found;
      none = width;
    }
  }
  return list ?? { sets: [], providers: [] };
};

/**
 * Better plans from the sets that lose least at the prices (restricted master heuristic, Joncour et al. 2010), in longer and longer lists: a good plan seldom holds a set
 * that loses much.
 */
export const searchLists = (pursuit: Pursuit, at: At, { sizes, reached, keep }: ListAsk): void => {
  const part = { ...pursuit };
  for (const [done, size] of sizes.entries()) {
    if (isOver(pursuit.clock)) return;
    part.clock = shareLeft(pursuit.clock, 1 / (sizes.length - done));
    const target = reached(part) + 1;
    const list = nearestSets(at, target, size);
    searchListed(part, at.master, { list, target, step: 1, nodeLimit });
    if (keep(part)) return;
  }
};
