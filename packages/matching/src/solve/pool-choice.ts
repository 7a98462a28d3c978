import { type Branch, branchesOf, decide } from "./pool-branch.ts";
import { type Pool, poolBound, pricedBound } from "./pool.ts";
import { type PseudoCosts, estimate, learn, meanCosts } from "./pseudo-costs.ts";
import { saveBasis } from "./simplex-basis.ts";
import { calmedDualSimplex } from "./simplex-steps.ts";

/** Pivots that a trial may take. */
const trialPivots = 25;
/** After so many trials on either side a decision's own record is relied on. */
const reliable = 4;
/** Trials that bring nothing better before the best so far is taken. */
const patience = 8;

/** A decision, and which of its sides may still hold a plan of the target. */
export type Choice = { readonly branch: Branch; readonly up: boolean; readonly down: boolean };

type Node = {
  readonly pool: Pool;
  readonly costs: PseudoCosts;
  readonly levels: Float64Array;
  readonly bound: number;
  readonly target: number;
};

type Trial = { readonly drop: number; readonly isOpen: boolean };

/** Takes a decision for a few pivots: how far the bound falls, and whether a plan of the target may be left. */
const tried = ({ pool, costs, bound, target }: Node, branch: Branch, up: boolean): Trial => {
  const restore = saveBasis(pool.lp);
  const undo = decide(pool, branch, up);
  const isFeasible = calmedDualSimplex(pool.lp, trialPivots);
  const drop = isFeasible ? Math.max(0, bound - poolBound(pool)) : Infinity;
  const isOpen =
    isFeasible && (bound - drop >= target - 1e-4 || pricedBound(pool) >= target - 1e-4);
  undo();
  restore();
  if (isFeasible) learn(costs, branch, { up, drop });
  return { drop, isOpen };
};

/** Both sides should fall; beyond what rules a side out, more is worth nothing. */
const scoreOf = (up: number, down: number, room: number): number =>
  Math.max(0.01, Math.min(up, room)) * Math.max(0.01, Math.min(down, room));

const offHalf = (branch: Branch): number => Math.abs(branch.level - 0.5);

/**
 * Reliability branching (Achterberg, Koch and Martin 2005): a decision that was taken often is judged by its record, any other by a trial of both
 * sides (strong branching, Applegate et al. 1995). Nothing where the fractional plan leaves nothing open.
 */
export const choose = (node: Node): Choice | undefined => {
  const { pool, costs, levels, bound, target } = node;
  const mean = meanCosts(costs);
  const room = bound - target + 1;
  const ranked = branchesOf(pool, levels)
    .map((branch) => {
      const at = estimate(costs, branch, mean);
      return { branch, score: scoreOf(at.up, at.down, room), isSure: at.times >= reliable };
    })
    .sort((a, b) => b.score - a.score || offHalf(a.branch) - offHalf(b.branch));
  let best: Choice | undefined;
  let most = -1;
  let since = 0;
  for (const { branch, score: expected, isSure } of ranked) {
    let score = expected;
    let sides = { up: true, down: true };
    if (!isSure) {
      const up = tried(node, branch, true);
      const down = tried(node, branch, false);
      sides = { up: up.isOpen, down: down.isOpen };
      if (!up.isOpen || !down.isOpen) return { branch, ...sides };
      score = scoreOf(up.drop, down.drop, room);
    }
    if (score > most) {
      most = score;
      best = { branch, ...sides };
      since = 0;
    } else if (++since >= patience) break;
  }
  return best;
};
