import { entry, real, whole } from "./cells.ts";
import type { Pool } from "./pool.ts";
import { addRow, levelOf } from "./simplex.ts";
import { type Support, violatedTriples } from "./subset-rows.ts";

const fractionalSupport = (pool: Pool): readonly Support[] => {
  const support: Support[] = [];
  for (let set = 0; set < pool.list.sets.length; set++) {
    const level = levelOf(pool.lp, pool.firstColumn + set);
    if (level > 1e-4 && level < 1 - 1e-4)
      support.push({ elements: entry(pool.elementsOf, set), level });
  }
  return support;
};

/** Adds the subset-row cuts that the pool's fractional plan violates most. Returns how many. */
export const addCuts = (pool: Pool, limit: number): number => {
  const cuts = violatedTriples(fractionalSupport(pool)).slice(0, limit);
  for (const { elements } of cuts) {
    const count = new Map<number, number>();
    for (const element of elements)
      for (const set of entry(pool.setsOfElement, element))
        count.set(set, (count.get(set) ?? 0) + 1);
    const coefficients = new Map<number, number>();
    for (const [set, times] of count) if (times >= 2) coefficients.set(pool.firstColumn + set, 1);
    addRow(pool.lp, 1, coefficients);
  }
  return cuts.length;
};

/** How much of each item the pool's fractional plan takes. */
export const poolItemLevels = (pool: Pool): Float64Array => {
  const levels = new Float64Array(pool.model.itemCount);
  const { lp } = pool;
  for (let row = 0; row < lp.rows; row++) {
    const set = whole(lp.basic, row) - pool.firstColumn;
    if (set < 0 || set >= pool.list.sets.length) continue;
    for (const item of entry(pool.list.sets, set))
      levels[item] = real(levels, item) + real(lp.level, row);
  }
  return levels;
};
