import { flagAt, real, whole } from "./cells.ts";
import { addCuts, poolItemLevels } from "./cuts.ts";
import type { SetList } from "./enumerate.ts";
import { addGomoryCuts } from "./gomory.ts";
import type { Model } from "./model.ts";
import type { Stage } from "./objective.ts";
import { branchesOf, decide, shut, strongest } from "./pool-branch.ts";
import { type Pool, compress, createPool, poolBound, startFrom } from "./pool.ts";
import type { Solved } from "./rows.ts";
import { reoptimise } from "./simplex-steps.ts";
import { levelOf, pivotWork, reducedCost } from "./simplex.ts";

export type PoolAsk = {
  /** Only plans of at least this many points are of interest. */
  readonly target: number;
  /** How much better the next plan must be. */
  readonly step: number;
  readonly nodeLimit: number;
  readonly isOver: () => boolean;
  readonly spend: (units: number) => void;
};

export type PoolAnswer = {
  /** The best plan found of at least the target, as items. */
  readonly items: readonly number[] | undefined;
  /** True when no listed plan beats it (or reaches the target, where none was found). */
  readonly complete: boolean;
  /** No listed plan is worth more than this. */
  readonly bound: number;
  readonly nodes: number;
};

type Search = {
  pool: Pool;
  readonly ask: PoolAsk;
  target: number;
  best: readonly number[] | undefined;
  /** Points of the best plan, or just below the target. */
  reached: number;
  nodes: number;
  /** The largest bound among nodes left unopened. */
  open: number;
};

/** Reduced-cost fixing over the whole list: drops each set that no plan of the target can hold. Root only. */
const dropHopeless = (search: Search, bound: number): void => {
  const { pool, target } = search;
  for (let set = 0; set < pool.list.sets.length; set++) {
    const column = pool.firstColumn + set;
    if (flagAt(pool.lp.shut, column) === 1 || whole(pool.lp.place, column) >= 0) continue;
    if (bound + reducedCost(pool.lp, column) < target - 1e-4) shut(pool, set, 1);
  }
};

const itemsAt = (levels: Float64Array): readonly number[] => {
  const items: number[] = [];
  levels.forEach((level, item) => {
    if (level > 0.5) items.push(item);
  });
  return items;
};

/** A plan that misses a held band is no plan. */
const missesBand = ({ lp, firstColumn }: Pool): boolean => {
  for (let row = 0; row < lp.rows; row++)
    if (
      real(lp.level, row) > 1e-4 &&
      whole(lp.basic, row) < firstColumn &&
      real(lp.cost, whole(lp.basic, row)) < 0
    )
      return true;
  return false;
};

const cutRounds = (search: Search, rounds: number): number => {
  const { pool } = search;
  const rowsAtStart = pool.lp.rows;
  let bound = poolBound(pool);
  for (let round = 0; round < rounds && bound >= search.target - 1e-4; round++) {
    if (pool.lp.rows > rowsAtStart + 90 || search.ask.isOver()) break;
    const added = addCuts(pool, 25) + addGomoryCuts(pool, 12);
    if (added === 0) break;
    const feasible = reoptimise(pool.lp);
    search.ask.spend(pivotWork(pool.lp) + pool.lp.cells / 200);
    if (!feasible) return -Infinity;
    const next = poolBound(pool);
    if (bound - next < 1e-3 && round > 2) break;
    bound = Math.min(bound, next);
  }
  return bound;
};

/** At the root: cuts, then only what still matters, then cuts again, while the bound falls worth the while. */
const strengthen = (search: Search): number => {
  let bound = poolBound(search.pool);
  for (let phase = 0; phase < 8 && bound >= search.target - 1e-4; phase++) {
    const next = Math.min(bound, cutRounds(search, 12));
    if (next < search.target - 1e-4) return next;
    dropHopeless(search, next);
    search.pool = compress(search.pool);
    if (!reoptimise(search.pool.lp)) return -Infinity;
    const gained = bound - next;
    bound = Math.min(next, poolBound(search.pool));
    if (gained < 0.03 * (bound - search.target + 1) || search.ask.isOver()) return bound;
  }
  return bound;
};

const chosenWorth = ({ lp, list, firstColumn }: Pool): number => {
  let sum = 0;
  for (let set = 0; set < list.sets.length; set++)
    if (levelOf(lp, firstColumn + set) > 0.5) sum += real(lp.cost, firstColumn + set);
  return sum;
};

const accept = (search: Search, items: readonly number[]): void => {
  const points = chosenWorth(search.pool);
  if (points < search.target - 1e-4) return;
  search.best = items;
  search.reached = points;
  search.target = points + search.ask.step;
};

const visit = (search: Search, depth: number): void => {
  const { ask } = search;
  let { pool } = search;
  if (search.nodes >= ask.nodeLimit || ask.isOver()) {
    search.open = Infinity;
    return;
  }
  search.nodes++;
  const feasible = reoptimise(pool.lp);
  ask.spend(pivotWork(pool.lp));
  if (!feasible) return;
  const bound = depth === 0 ? strengthen(search) : poolBound(pool);
  pool = search.pool;
  if (bound < search.target - 1e-4) return;
  const levels = poolItemLevels(pool);
  const branch = strongest(pool, branchesOf(pool, levels), { bound, depth });
  if (branch === undefined) {
    if (!missesBand(pool)) accept(search, itemsAt(levels));
    return;
  }
  for (const up of branch.level >= 0.5 ? [true, false] : [false, true]) {
    const undo = decide(pool, branch, up);
    visit(search, depth + 1);
    undo();
    if (bound < search.target - 1e-4) return;
  }
};

/**
 * Finds the best plan of at least the target among listed sets: cut and branch, depth first.
 * Branching on rows in the manner of Ryan and Foster (1981), and on who serves whom.
 */
export const searchPool = (
  model: Model,
  at: { readonly stage: Stage; readonly list: SetList; readonly start?: Solved },
  ask: PoolAsk,
): PoolAnswer => {
  const pool = createPool(model, at.stage, at.list);
  if (at.start !== undefined) startFrom(pool, at.start);
  const search: Search = {
    pool,
    ask,
    target: ask.target,
    best: undefined,
    reached: ask.target - 1,
    nodes: 0,
    open: -Infinity,
  };
  reoptimise(pool.lp);
  const root = poolBound(pool);
  visit(search, 0);
  const complete = search.open === -Infinity;
  const { reached } = search;
  return {
    items: search.best,
    complete,
    bound: complete ? reached : Math.max(reached, root),
    nodes: search.nodes,
  };
};
