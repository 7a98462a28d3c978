import { entry, real, whole } from "./cells.ts";
import type { Pool } from "./pool.ts";
import { addRow, levelOf } from "./simplex.ts";

type Support = { readonly set: number; readonly level: number };

type Cut = { readonly elements: readonly number[]; readonly violation: number };

const fractionalSupport = (pool: Pool): readonly Support[] => {
  const support: Support[] = [];
  for (let set = 0; set < pool.list.sets.length; set++) {
    const level = levelOf(pool.lp, pool.firstColumn + set);
    if (level > 1e-4 && level < 1 - 1e-4) support.push({ set, level });
  }
  return support;
};

const pairKey = (a: number, b: number): number => (a < b ? a * 1_000_003 + b : b * 1_000_003 + a);

/** How much of the fractional plan covers each pair of elements at once. */
const pairLevels = (pool: Pool, support: readonly Support[]) => {
  const levels = new Map<number, number>();
  const neighbours = new Map<number, Set<number>>();
  for (const { set, level } of support) {
    const elements = entry(pool.elementsOf, set);
    for (const a of elements)
      for (const b of elements) {
        if (a >= b) continue;
        const key = pairKey(a, b);
        levels.set(key, (levels.get(key) ?? 0) + level);
        for (const [from, to] of [
          [a, b],
          [b, a],
        ] as const) {
          const list = neighbours.get(from) ?? new Set();
          list.add(to);
          neighbours.set(from, list);
        }
      }
  }
  return { levels, neighbours };
};

const coverOfThree = (
  pool: Pool,
  support: readonly Support[],
  three: readonly number[],
): number => {
  let sum = 0;
  for (const { set, level } of support) {
    let count = 0;
    for (const element of entry(pool.elementsOf, set)) if (three.includes(element)) count++;
    if (count >= 2) sum += level;
  }
  return sum;
};

/** Triples of elements of which the fractional plan covers two or more by more than one set's worth. */
const violatedTriples = (pool: Pool): readonly Cut[] => {
  const support = fractionalSupport(pool);
  const { levels, neighbours } = pairLevels(pool, support);
  const level = (a: number, b: number) => levels.get(pairKey(a, b)) ?? 0;
  const cuts: Cut[] = [];
  for (const [a, near] of neighbours)
    for (const b of near) {
      if (b <= a) continue;
      for (const c of near) {
        if (c <= b) continue;
        if (level(a, b) + level(a, c) + level(b, c) <= 1.02) continue;
        const violation = coverOfThree(pool, support, [a, b, c]) - 1;
        if (violation > 0.02) cuts.push({ elements: [a, b, c], violation });
      }
    }
  return cuts.sort((x, y) => y.violation - x.violation);
};

/**
 * Adds subset-row cuts over three rows (Jepsen, Petersen, Spoorendonk and Pisinger 2008): of three packing rows, sets that touch two
 * or more can be taken only once. They are zero-half cuts, and close most of what the relaxation leaves open here.
 */
export const addCuts = (pool: Pool, limit: number): number => {
  const cuts = violatedTriples(pool).slice(0, limit);
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
