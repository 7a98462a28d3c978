import { entry, flagAt, real, whole } from "./cells.ts";
import type { Pool } from "./pool.ts";
import { isFractional, nudge } from "./rows.ts";

export type Branch = {
  readonly kind: "served" | "item";
  readonly index: number;
  readonly level: number;
};

/** Holds a set at zero, or takes one such decision back. */
export const shut = (pool: Pool, set: number, by: 1 | -1): void => {
  const count = whole(pool.shutBy, set) + by;
  pool.shutBy[set] = count;
  pool.lp.shut[pool.firstColumn + set] = count > 0 ? 1 : 0;
};

/** Decisions that the fractional plan leaves open: whether a request is served, and by whom. */
export const branchesOf = ({ model }: Pool, levels: Float64Array): readonly Branch[] => {
  const branches: Branch[] = [];
  for (let request = 0; request < model.requestCount; request++) {
    let level = 0;
    for (const item of entry(model.leadsOfRequest, request)) level += real(levels, item);
    if (isFractional(level)) branches.push({ kind: "served", index: request, level });
  }
  for (let item = 0; item < model.itemCount; item++) {
    const level = real(levels, item);
    if (isFractional(level)) branches.push({ kind: "item", index: item, level });
  }
  return branches;
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
