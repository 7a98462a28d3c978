import { real, whole } from "./cells.ts";
import { poolItemLevels } from "./cuts.ts";
import type { SetList } from "./enumerate.ts";
import type { Model } from "./model.ts";
import type { Stage } from "./objective.ts";
import { type Branch, decide, shut } from "./pool-branch.ts";
import { choose } from "./pool-choice.ts";
import { type RootAsk, hopelessSets, strengthen } from "./pool-root.ts";
import { type Pool, createPool, poolBound, startFrom } from "./pool.ts";
import { type PseudoCosts, learn, noPseudoCosts } from "./pseudo-costs.ts";
import type { Solved } from "./rows.ts";
import { installBasis } from "./simplex-basis.ts";
import { reoptimise } from "./simplex-steps.ts";
import { levelOf, pivotWork } from "./simplex.ts";

export type PoolAsk = RootAsk & {
  /** Only plans of at least this many points are of interest. */
  readonly target: number;
  /** How much better the next plan must be. */
  readonly step: number;
  readonly nodeLimit: number;
  /** Makes a whole plan of a fractional one and keeps it where it is better than any. Its points at the stage; minus infinity where it misses a band. */
  readonly round?: (levels: Float64Array) => number;
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

/** A decision, and which way it was taken. */
type Taken = { readonly branch: Branch; readonly up: boolean };

/** A node of the search: what was decided above it, and what is known there. */
type Node = {
  readonly parent: Node | undefined;
  readonly taken: Taken | undefined;
  /** No plan below is worth more. */
  bound: number;
  /** The columns of the basis to start from. */
  readonly basis: Int32Array;
  /** Sets that no plan of the target can hold from here on. */
  hopeless: readonly number[];
};

/** A pivot of a search costs less than one of column generation: few columns are open, and no basis is far from the last. */
const searchWork = 1;

type Search = {
  readonly ask: PoolAsk;
  readonly pool: Pool;
  readonly costs: PseudoCosts;
  target: number;
  best: readonly number[] | undefined;
  /** Points of the best plan, or just below the target. */
  reached: number;
  nodes: number;
  /** The nodes from the root to where the pool stands now, and how to leave each. */
  path: { readonly node: Node; readonly leave: (() => void)[] }[];
  open: Node[];
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

const chosenWorth = ({ lp, list, firstColumn }: Pool): number => {
  let sum = 0;
  for (let set = 0; set < list.sets.length; set++)
    if (levelOf(lp, firstColumn + set) > 0.5) sum += real(lp.cost, firstColumn + set);
  return sum;
};

const accept = (search: Search, levels: Float64Array): void => {
  const points = chosenWorth(search.pool);
  if (missesBand(search.pool) || points < search.target - 1e-4) return;
  search.best = itemsAt(levels);
  search.reached = points;
  search.target = points + search.ask.step;
};

/** Nodes of which each is rounded; after them, every so many. */
const [roundedAtFirst, roundedLater] = [500, 8];

/** Rounds the fractional plan now and then. False when a plan came out that leaves nothing to find below. */
const isOpenStill = (search: Search, levels: Float64Array, bound: number): boolean => {
  const { ask, nodes } = search;
  if (nodes > roundedAtFirst && nodes % roundedLater > 0) return true;
  const points = ask.round?.(levels) ?? -Infinity;
  if (points < search.target - 1e-4) return true;
  search.reached = points;
  search.target = points + ask.step;
  return bound >= search.target - 1e-4;
};

/** Shuts the sets that are hopeless from a node on, until it is left. */
const shutHopeless = ({ pool, path }: Search, sets: readonly number[]): void => {
  for (const set of sets) shut(pool, set, 1);
  path.at(-1)?.leave.push(() => {
    for (const set of sets) shut(pool, set, -1);
  });
};

const enter = (search: Search, node: Node): void => {
  const { taken } = node;
  const leave = taken === undefined ? [] : [decide(search.pool, taken.branch, taken.up)];
  search.path.push({ node, leave });
  shutHopeless(search, node.hopeless);
};

/** Brings the pool from the node where it stands to another: back to what both share, and down again. */
const moveTo = (search: Search, node: Node): void => {
  const { path } = search;
  const line: Node[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) line.unshift(at);
  const shared = path.findIndex((at, depth) => at.node !== line[depth]);
  const kept = shared < 0 ? path.length : shared;
  while (path.length > kept) for (const undo of path.pop()?.leave ?? []) undo();
  for (const each of line.slice(kept)) enter(search, each);
};

/** The relaxation of the node; minus infinity where nothing is feasible. */
const relaxNode = ({ pool, ask }: Search, node: Node): number => {
  const feasible = reoptimise(pool.lp);
  ask.spend(searchWork * pivotWork(pool.lp));
  return feasible ? Math.min(node.bound, poolBound(pool)) : -Infinity;
};

const childOf = (search: Search, node: Node, taken: Taken): Node => {
  const { lp } = search.pool;
  const basis = lp.basic.slice(0, lp.rows);
  return { parent: node, taken, bound: node.bound, basis, hopeless: [] };
};

/** Settles a node, or opens the nodes below it. Returns the one to go on with, if any. */
const visit = (search: Search, node: Node): Node | undefined => {
  search.nodes++;
  const bound = relaxNode(search, node);
  const { pool, costs, ask } = search;
  if (node.taken !== undefined && node.parent !== undefined && bound > -Infinity)
    learn(costs, node.taken.branch, { up: node.taken.up, drop: node.parent.bound - bound });
  node.bound = bound;
  if (bound < search.target - 1e-4) return undefined;
  node.hopeless = hopelessSets(pool, bound, search.target);
  shutHopeless(search, node.hopeless);
  const levels = poolItemLevels(pool);
  if (!isOpenStill(search, levels, bound)) return undefined;
  const { target } = search;
  const choice = choose({ pool, costs, levels, bound, target });
  ask.spend(searchWork * pivotWork(pool.lp) + pool.lp.cells / 200);
  if (choice === undefined) {
    accept(search, levels);
    return undefined;
  }
  const { branch } = choice;
  const likely = branch.level >= 0.5;
  const children = [likely, !likely]
    .filter((up) => (up ? choice.up : choice.down))
    .map((up) => childOf(search, node, { branch, up }));
  search.open.push(...children.slice(1));
  return children[0];
};

/** Takes out the open node of the largest bound, once those that no plan of the target can lie below are gone. */
const mostPromising = (search: Search): Node | undefined => {
  search.open = search.open.filter(({ bound }) => bound >= search.target - 1e-4);
  let best = 0;
  search.open.forEach(({ bound }, at) => {
    if (bound > (search.open[best]?.bound ?? -Infinity)) best = at;
  });
  return search.open.splice(best, 1)[0];
};

/** Goes on from the open node of the largest bound, and down from it until it is settled; so plans come up early. */
const walk = (search: Search, root: Node): void => {
  let next: Node | undefined = root;
  while (next !== undefined) {
    if (search.nodes >= search.ask.nodeLimit || search.ask.isOver()) {
      search.open.push(next);
      return;
    }
    moveTo(search, next);
    next = visit(search, next);
    if (next !== undefined) continue;
    next = mostPromising(search);
    if (next === undefined) return;
    moveTo(search, next);
    installBasis(search.pool.lp, Array.from(next.basis));
  }
};

/**
 * Finds the best plan of at least the target in a solved pool: branch and bound, the most promising node first and from there down. Branching on rows in the
 * manner of Ryan and Foster (1981), and on who serves whom.
 */
export const searchTree = (pool: Pool, ask: PoolAsk): PoolAnswer => {
  const search: Search = {
    ask,
    pool,
    costs: noPseudoCosts(),
    target: ask.target,
    best: undefined,
    reached: ask.target - 1,
    nodes: 0,
    path: [],
    open: [],
  };
  const bound = poolBound(pool);
  walk(search, {
    parent: undefined,
    taken: undefined,
    bound,
    basis: new Int32Array(),
    hopeless: [],
  });
  return {
    items: search.best,
    complete: search.open.length === 0,
    bound: search.open.reduce((most, node) => Math.max(most, node.bound), search.reached),
    nodes: search.nodes,
  };
};

/** Finds the best plan of at least the target among listed sets: cut and branch. */
export const searchPool = (
  model: Model,
  at: { readonly stage: Stage; readonly list: SetList; readonly start?: Solved },
  ask: PoolAsk,
): PoolAnswer => {
  const listed = createPool(model, at.stage, at.list);
  if (at.start !== undefined) startFrom(listed, at.start);
  const none = { items: undefined, complete: true, bound: ask.target - 1, nodes: 1 };
  if (!reoptimise(listed.lp)) return none;
  ask.spend(searchWork * pivotWork(listed.lp));
  const { pool, bound } = strengthen(listed, ask.target, ask);
  return bound < ask.target - 1e-4 ? none : searchTree(pool, ask);
};
