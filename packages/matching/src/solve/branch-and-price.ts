import { entry, flagAt, real, whole } from "./cells.ts";
import { isOver } from "./clock.ts";
import { itemLevels, relax } from "./column-generation.ts";
import { holdItem, roundedDraft } from "./dive.ts";
import { lagrangianPoint } from "./enumerate.ts";
import { improve } from "./insertion.ts";
import { type Master, applyNode, resetNode } from "./master.ts";
import {
  type Goal,
  type Pursuit,
  goalBound,
  offer,
  reached,
  stopFor,
  targetOf,
} from "./pursuit.ts";
import { isFractional } from "./rows.ts";
import { searchAbove } from "./search-above.ts";

type Branch = {
  readonly kind: "served" | "item";
  readonly index: number;
  readonly level: number;
  readonly band: number;
};

type Walk = {
  readonly pursuit: Pursuit;
  readonly master: Master;
  readonly goal: Goal;
  nodesLeft: number;
  /** The largest bound among nodes that were left unopened. */
  open: number;
};

const offHalf = (branch: Branch): number => Math.abs(branch.level - 0.5);

/** Earlier bands first, because they take the most room; then the most open. */
const closer = (a: Branch | undefined, b: Branch): Branch => {
  if (a === undefined || b.band < a.band) return b;
  return b.band === a.band && offHalf(b) < offHalf(a) - 1e-9 ? b : a;
};

/** What was decided is not decided again, whatever its level: the search would go down for ever. */
const servedBranch = (master: Master, levels: Float64Array): Branch | undefined => {
  let best: Branch | undefined;
  for (let request = 0; request < master.model.requestCount; request++) {
    if (flagAt(master.at.served, request) === 1) continue;
    let level = 0;
    for (const item of entry(master.model.leadsOfRequest, request)) level += real(levels, item);
    const first = entry(master.model.leadsOfRequest, request)[0];
    if (!isFractional(level) || first === undefined) continue;
    const band = whole(master.model.band, first);
    best = closer(best, { kind: "served", index: request, level, band });
  }
  return best;
};

const itemBranch = ({ model, at }: Master, levels: Float64Array): Branch | undefined => {
  let best: Branch | undefined;
  levels.forEach((level, index) => {
    if (!isFractional(level) || flagAt(at.held, index) + flagAt(at.off, index) > 0) return;
    best = closer(best, { kind: "item", index, level, band: whole(model.band, index) });
  });
  return best;
};

/** Whether a request is served comes before who serves it, within a band. */
const branchOf = (master: Master, levels: Float64Array): Branch | undefined => {
  const served = servedBranch(master, levels);
  const item = itemBranch(master, levels);
  if (served === undefined || item === undefined) return served ?? item;
  return served.band <= item.band ? served : item;
};

const decide = (master: Master, branch: Branch, up: boolean): void => {
  const { at, model } = master;
  if (branch.kind === "item") {
    if (up) holdItem(master, branch.index);
    else at.off[branch.index] = 1;
  } else if (up) at.served[branch.index] = 1;
  else for (const item of entry(model.leadsOfRequest, branch.index)) at.off[item] = 1;
};

const snapshot = (master: Master) => {
  const off = master.at.off.slice();
  const held = master.at.held.slice();
  const served = master.at.served.slice();
  return () => {
    master.at.off.set(off);
    master.at.held.set(held);
    master.at.served.set(served);
  };
};

/** Lists every set that still matters below this node and settles the node at once, where they are few. */
const settleByList = (walk: Walk): boolean => {
  if (flagAt(walk.master.at.served, 0) > 1) return false;
  const point = lagrangianPoint(walk.master);
  const target = targetOf(walk.pursuit, walk.goal);
  const root = { master: walk.master, goal: walk.goal, point };
  const answer = searchAbove(walk.pursuit, root, { target, limit: 8_000 });
  return answer?.complete === true;
};

const visit = (walk: Walk, depth: number): void => {
  const { pursuit, master, goal } = walk;
  const { bound, complete } = relax(master, stopFor(pursuit, targetOf(pursuit, goal) - 0.5));
  pursuit.counters.nodes++;
  walk.nodesLeft--;
  if (goalBound(goal, bound) <= reached(pursuit, goal)) return;
  if (!complete) {
    walk.open = Math.max(walk.open, bound);
    return;
  }
  const levels = itemLevels(master);
  offer(pursuit, improve(roundedDraft(master.model, levels)));
  if (goalBound(goal, bound) <= reached(pursuit, goal)) return;
  if (depth % 4 === 3 && settleByList(walk)) return;
  const branch = branchOf(master, levels);
  if (branch === undefined) {
    walk.open = Math.max(walk.open, bound);
    return;
  }
  for (const up of branch.level >= 0.4 ? [true, false] : [false, true]) {
    if (goalBound(goal, bound) <= reached(pursuit, goal)) return;
    if (walk.nodesLeft <= 0 || isOver(pursuit.clock)) {
      walk.open = Math.max(walk.open, bound);
      return;
    }
    const restore = snapshot(master);
    decide(master, branch, up);
    applyNode(master);
    visit(walk, depth + 1);
    restore();
    applyNode(master);
  }
};

/**
 * Branch and price (Barnhart et al. 1998), depth first: branch on whether a request is served (Ryan and Foster 1981, on one row), then
 * on who serves it. Returns the largest whole number that the goal can still reach.
 */
export const branchAndPrice = (
  pursuit: Pursuit,
  root: { readonly master: Master; readonly goal: Goal },
  nodes: number,
): number => {
  const { master, goal } = root;
  const walk: Walk = { pursuit, master, goal, nodesLeft: nodes, open: -Infinity };
  resetNode(master);
  visit(walk, 0);
  resetNode(master);
  return Math.max(reached(pursuit, goal), goalBound(goal, walk.open));
};
