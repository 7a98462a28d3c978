import { entry, flagAt, real, whole } from "./cells.ts";
import { type Pool, poolBound } from "./pool.ts";
import { isFractional, nudge } from "./rows.ts";
import { saveBasis } from "./simplex-basis.ts";
import { calmedDualSimplex } from "./simplex-steps.ts";

export type Branch = {
  readonly kind: "served" | "item";
  readonly index: number;
  readonly level: number;
};

const offHalf = (branch: Branch): number => Math.abs(branch.level - 0.5);

/** Holds a set at zero, or takes one such decision back. */
export const shut = (pool: Pool, set: number, by: 1 | -1): void => {
  const count = whole(pool.shutBy, set) + by;
  pool.shutBy[set] = count;
  pool.lp.shut[pool.firstColumn + set] = count > 0 ? 1 : 0;
};

/** Decisions that the fractional plan leaves open, the most open first: whether a request is served, and by whom. */
export const branchesOf = (pool: Pool, levels: Float64Array): readonly Branch[] => {
  const { model } = pool;
  const served: Branch[] = [];
  for (let request = 0; request < model.requestCount; request++) {
    let level = 0;
    for (const item of entry(model.leadsOfRequest, request)) level += real(levels, item);
    if (isFractional(level)) served.push({ kind: "served", index: request, level });
  }
  const items: Branch[] = [];
  for (let item = 0; item < model.itemCount; item++) {
    const level = real(levels, item);
    if (isFractional(level)) items.push({ kind: "item", index: item, level });
  }
  const byOpenness = (a: Branch, b: Branch) => offHalf(a) - offHalf(b) || a.index - b.index;
  return [...served.sort(byOpenness).slice(0, 6), ...items.sort(byOpenness).slice(0, 6)];
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
  pool.lp.rhs[row] = must ? 1 : 1 + nudge(row);
};

/** Carries a decision out and returns how to take it back. */
export const decide = (pool: Pool, branch: Branch, up: boolean): (() => void) => {
  const sets = ruledOut(pool, branch, up);
  for (const set of sets) shut(pool, set, 1);
  if (up) mustServe(pool, branch, true);
  return () => {
    for (const set of sets) shut(pool, set, -1);
    if (up) mustServe(pool, branch, false);
  };
};

const trialPivots = 25;

const dropOf = (pool: Pool, branch: Branch, at: { up: boolean; bound: number }): number => {
  const restore = saveBasis(pool.lp);
  const undo = decide(pool, branch, at.up);
  const feasible = calmedDualSimplex(pool.lp, trialPivots);
  const drop = feasible ? at.bound - poolBound(pool) : 1e6;
  undo();
  restore();
  return Math.max(0.01, drop);
};

/**
 * Strong branching (Applegate, Bixby, Chvátal and Cook 1995): tries each decision both ways for a few pivots and takes the one that
 * lowers the bound most on both sides. Deep in the tree the most open decision does.
 */
export const strongest = (
  pool: Pool,
  branches: readonly Branch[],
  at: { readonly bound: number; readonly depth: number },
): Branch | undefined => {
  const [first] = branches;
  if (first === undefined || branches.length === 1 || at.depth > 14) return first;
  let best = first;
  let most = -1;
  for (const branch of branches) {
    const { bound } = at;
    const score =
      dropOf(pool, branch, { up: true, bound }) * dropOf(pool, branch, { up: false, bound });
    if (score <= most) continue;
    most = score;
    best = branch;
  }
  return best;
};
