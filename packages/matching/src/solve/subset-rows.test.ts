import { expect, it } from "vitest";
import { type Chance, chanceFrom } from "../generate/chance.ts";
import {
  type Support,
  type Triple,
  cutRowsOf,
  noSubsetRows,
  noteCut,
  violatedTriples,
} from "./subset-rows.ts";

const elements = 9;

/** Sets of a fractional plan: no element is covered more than once in all. */
const supportFrom = (chance: Chance): readonly Support[] => {
  const free = new Float64Array(elements).fill(1);
  return Array.from({ length: 14 }, () => {
    const own = [...free.keys()].filter(() => chance.happens(0.35));
    const level = Math.min(...own.map((element) => free[element] ?? 0), 0.5);
    for (const element of own) free[element] = (free[element] ?? 0) - level;
    return { elements: Int32Array.from(own), level };
  }).filter(({ elements: own, level }) => own.length > 0 && level > 1e-9);
};

const keyOf = (three: readonly number[]): string => three.toSorted((a, b) => a - b).join();

const byTrying = (support: readonly Support[]): readonly Triple[] => {
  const found: Triple[] = [];
  for (let a = 0; a < elements; a++)
    for (let b = a + 1; b < elements; b++)
      for (let c = b + 1; c < elements; c++) {
        const three = [a, b, c];
        const cover = support
          .filter((set) => set.elements.filter((each) => three.includes(each)).length >= 2)
          .reduce((sum, { level }) => sum + level, 0);
        if (cover - 1 > 0.02) found.push({ elements: three, violation: cover - 1 });
      }
  return found;
};

it("finds every violated triple once, the most violated first", () => {
  let violated = 0;
  for (let seed = 0; seed < 200; seed++) {
    const support = supportFrom(chanceFrom(`triples ${seed}`));
    const found = violatedTriples(support);
    const expected = byTrying(support);
    expect(found.map((triple) => keyOf(triple.elements)).toSorted()).toEqual(
      expected.map((triple) => keyOf(triple.elements)).toSorted(),
    );
    const violations = found.map(({ violation }) => violation);
    expect(violations).toEqual(violations.toSorted((a, b) => b - a));
    violated += expected.length;
  }
  expect(violated).toBeGreaterThan(100);
});

it("counts a set in the cuts of which it touches two elements", () => {
  const cuts = noSubsetRows();
  noteCut(cuts, [1, 2, 3], 10);
  noteCut(cuts, [3, 4, 5], 11);
  expect(cutRowsOf(cuts, [1, 3])).toEqual([10]);
  expect(cutRowsOf(cuts, [3, 5, 2])).toEqual([10, 11]);
  expect(cutRowsOf(cuts, [1, 4, 6])).toEqual([]);
});
