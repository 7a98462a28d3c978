import { real } from "./cells.ts";
import type { Master } from "./master.ts";
import { price, pricingWork } from "./pricing.ts";
import { primalSimplex, reoptimise } from "./simplex-steps.ts";
import { pivotWork } from "./simplex.ts";

export type Relaxation = {
  /** An upper bound on the stage's points over every plan of the node. */
  readonly bound: number;
  /** False when it was stopped before no column was left to add. */
  readonly complete: boolean;
};

export type Stop = {
  /** The bound no longer matters once it falls below this. */
  readonly below: number;
  readonly isOver: () => boolean;
  readonly spend: (units: number) => void;
};

/** Solves the linear relaxation of the node by column generation; the best Lagrangian bound met on the way counts. */
export const relax = (master: Master, stop: Stop): Relaxation => {
  let bound = Infinity;
  if (!reoptimise(master.lp)) return { bound: -Infinity, complete: true };
  for (;;) {
    const { bound: latest, added } = price(master);
    stop.spend(pricingWork(master) + pivotWork(master.lp));
    bound = Math.min(bound, latest);
    if (bound < stop.below || added === 0) return { bound, complete: true };
    if (stop.isOver()) return { bound, complete: false };
    primalSimplex(master.lp);
  }
};

/** How much of each item the current fractional plan takes. */
export const itemLevels = (master: Master): Float64Array => {
  const levels = new Float64Array(master.model.itemCount);
  const { lp } = master;
  for (let row = 0; row < lp.rows; row++) {
    const set = master.setOf[lp.basic[row] ?? -1];
    if (set === undefined) continue;
    const level = real(lp.level, row);
    for (const item of master.sets[set] ?? []) levels[item] = real(levels, item) + level;
  }
  return levels;
};
