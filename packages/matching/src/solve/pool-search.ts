import { entry, flagAt, real, whole } from "./cells.ts";
import { addCuts, poolItemLevels } from "./cuts.ts";
import { addGomoryCuts } from "./gomory.ts";
import type { SetList } from "./enumerate.ts";
import type { Stage } from "./master.ts";
import type { Model } from "./model.ts";
import {
  compress,
  createPool,
  pointsOf,
  poolBound,
  startFrom,
  type Pool,
  type Solved,
} from "./pool.ts";
import { reducedCost, type Lp } from "./simplex.ts";
import { reoptimise } from "./simplex-steps.ts";

export type PoolAsk = {
  /** Only plans of at least this many points are of interest. */
  readonly target: number;
  /** How much better the next plan must be. */
  readonly step: number;
  readonly nodeLimit: number;
  readonly isOver: () => boolean;
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
  nodes: number;
  /** The largest bound among nodes left unopened. */
  open: number;
};

const whole_ = 1e-5;
const gomoryRounds = 6;

const isWhole = (level: number): boolean => level < whole_ || level > 1 - whole_;

const shut = (pool: Pool, set: number, by: 1 | -1): void => {
  const count = whole(pool.shutBy, set) + by;
  pool.shutBy[set] = count;
  pool.lp.shut[pool.firstColumn + set] = count > 0 ? 1 : 0;
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

type Branch = { readonly kind: "served" | "item"; readonly index: number; readonly level: number };

const nearestHalf = (branches: readonly Branch[]): Branch | undefined => {
  let best: Branch | undefined;
  for (const branch of branches)
    if (best === undefined || Math.abs(branch.level - 0.5) < Math.abs(best.level - 0.5) - 1e-9)
      best = branch;
  return best;
};

/** Branch on whether a request is served at all; where that is settled, on who serves it. */
const branchOf = (pool: Pool, levels: Float64Array): Branch | undefined => {
  const { model } = pool;
  const served: Branch[] = [];
  for (let request = 0; request < model.requestCount; request++) {
    let level = 0;
    for (const item of entry(model.leadsOfRequest, request)) level += real(levels, item);
    if (!isWhole(level)) served.push({ kind: "served", index: request, level });
  }
  const first = nearestHalf(served);
  if (first !== undefined) return first;
  const items: Branch[] = [];
  for (let item = 0; item < model.itemCount; item++) {
    const level = real(levels, item);
    if (!isWhole(level)) items.push({ kind: "item", index: item, level });
  }
  return nearestHalf(items);
};

const hasItem = (pool: Pool, set: number, item: number): boolean =>
  entry(pool.list.sets, set).includes(item);

const touchesLead = (pool: Pool, request: number): readonly number[] =>
  entry(pool.setsOfElement, request * 2);

/** The sets that a decision rules out. */
const ruledOut = (pool: Pool, branch: Branch, up: boolean): readonly number[] => {
  if (branch.kind === "served") return up ? [] : touchesLead(pool, branch.index);
  const { model } = pool;
  const request = whole(model.request, branch.index);
  const isLead = flagAt(model.isLead, branch.index) === 1;
  const rivals = entry(pool.setsOfElement, request * 2 + (isLead ? 0 : 1));
  if (!up) return rivals.filter((set) => hasItem(pool, set, branch.index));
  const own = model.requestCount * 2 + whole(model.provider, branch.index);
  const without = [...rivals, ...entry(pool.setsOfElement, own)];
  return [...new Set(without)].filter((set) => !hasItem(pool, set, branch.index));
};

/** Serving a request for certain leaves its row no slack. */
const mustServe = (pool: Pool, branch: Branch, must: boolean): void => {
  if (branch.kind !== "served") return;
  const row = whole(pool.rows.lead, branch.index);
  pool.lp.shut[entry(pool.lp.slackOf, row)] = must ? 1 : 0;
  pool.lp.rhs[row] = must ? 1 : 1 + 1e-6;
};

const decide = (pool: Pool, branch: Branch, up: boolean): (() => void) => {
  const sets = ruledOut(pool, branch, up);
  for (const set of sets) shut(pool, set, 1);
  if (up) mustServe(pool, branch, true);
  return () => {
    for (const set of sets) shut(pool, set, -1);
    if (up) mustServe(pool, branch, false);
  };
};

const itemsAt = (levels: Float64Array): readonly number[] => {
  const items: number[] = [];
  levels.forEach((level, item) => {
    if (level > 0.5) items.push(item);
  });
  return items;
};

/** A plan that misses a held band is no plan. */
const missesBand = (lp: Lp): boolean => {
  for (let row = 0; row < lp.rows; row++)
    if (real(lp.level, row) > 1e-4 && real(lp.cost, whole(lp.basic, row)) < 0) return true;
  return false;
};

const cutRounds = (search: Search, rounds: number): number => {
  const { pool } = search;
  let bound = poolBound(pool);
  for (let round = 0; round < rounds && bound >= search.target - 1e-4; round++) {
    if (pool.lp.rows > pool.baseRows + 150 || search.ask.isOver()) break;
    const added = addCuts(pool, 40) + (round < gomoryRounds ? addGomoryCuts(pool, 20) : 0);
    if (added === 0) break;
    if (!reoptimise(pool.lp)) return -Infinity;
    const next = poolBound(pool);
    if (bound - next < 1e-3 && round > 2) break;
    bound = Math.min(bound, next);
  }
  return bound;
};

const accept = (search: Search, items: readonly number[]): void => {
  const points = pointsOf(search.pool.stage, items);
  if (points < search.target - 1e-4) return;
  search.best = items;
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
  if (!reoptimise(pool.lp)) return;
  const bound = depth === 0 ? cutRounds(search, 30) : poolBound(pool);
  if (bound < search.target - 1e-4) return;
  if (depth === 0) {
    dropHopeless(search, bound);
    search.pool = compress(pool);
    if (!reoptimise(search.pool.lp)) return;
    pool = search.pool;
  }
  const levels = poolItemLevels(pool);
  const branch = branchOf(pool, levels);
  if (branch === undefined) {
    if (!missesBand(pool.lp)) accept(search, itemsAt(levels));
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
    nodes: 0,
    open: -Infinity,
  };
  reoptimise(pool.lp);
  const root = poolBound(pool);
  visit(search, 0);
  const complete = search.open === -Infinity;
  const reached = search.best === undefined ? ask.target - 1 : pointsOf(at.stage, search.best);
  return {
    items: search.best,
    complete,
    bound: complete ? reached : Math.max(reached, root),
    nodes: search.nodes,
  };
};
