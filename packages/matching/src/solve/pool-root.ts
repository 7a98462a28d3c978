import { flagAt, whole } from "./cells.ts";
import { addCuts } from "./cuts.ts";
import { addGomoryCuts } from "./gomory.ts";
import { shut } from "./pool-branch.ts";
import { type Pool, compress, poolBound } from "./pool.ts";
import { reoptimise } from "./simplex-steps.ts";
import { pivotWork, reducedCost } from "./simplex.ts";

export type RootAsk = {
  readonly isOver: () => boolean;
  readonly spend: (units: number) => void;
};

/** Sets that no plan of the target can hold below this node: what the bound loses by one of them is more than there is to lose. */
export const hopelessSets = (pool: Pool, bound: number, target: number): readonly number[] => {
  const sets: number[] = [];
  for (let set = 0; set < pool.list.sets.length; set++) {
    const column = pool.firstColumn + set;
    if (flagAt(pool.lp.shut, column) === 1 || whole(pool.lp.place, column) >= 0) continue;
    if (bound + reducedCost(pool.lp, column) < target - 1e-4) sets.push(set);
  }
  return sets;
};

const mostCuts = 90;
/** Cuts read off the tableau look at every cell: of long lists that takes more time than it saves. */
const shortList = 8_000;

const cutRounds = (pool: Pool, target: number, ask: RootAsk): number => {
  const rowsAtStart = pool.lp.rows;
  let bound = poolBound(pool);
  for (let round = 0; round < 12 && bound >= target - 1e-4; round++) {
    if (pool.lp.rows > rowsAtStart + mostCuts || ask.isOver()) break;
    const isShort = pool.list.sets.length <= shortList;
    const added = addCuts(pool, 25) + (isShort ? addGomoryCuts(pool, 12) : 0);
    if (added === 0) break;
    const feasible = reoptimise(pool.lp);
    ask.spend(pivotWork(pool.lp) + pool.lp.cells / 200);
    if (!feasible) return -Infinity;
    const next = poolBound(pool);
    if (bound - next < 1e-3 && round > 2) break;
    bound = Math.min(bound, next);
  }
  return bound;
};

/** At the root: cuts, then only what still matters, then cuts again, while the bound falls worth the while. */
export const strengthen = (
  from: Pool,
  target: number,
  ask: RootAsk,
): { readonly pool: Pool; readonly bound: number } => {
  let pool = from;
  let bound = poolBound(pool);
  for (let phase = 0; phase < 8 && bound >= target - 1e-4; phase++) {
    const next = Math.min(bound, cutRounds(pool, target, ask));
    if (next < target - 1e-4) return { pool, bound: next };
    for (const set of hopelessSets(pool, next, target)) shut(pool, set, 1);
    pool = compress(pool);
    if (!reoptimise(pool.lp)) return { pool, bound: -Infinity };
    const gained = bound - next;
    bound = Math.min(next, poolBound(pool));
    if (gained < 0.03 * (bound - target + 1) || ask.isOver()) break;
  }
  return { pool, bound };
};
