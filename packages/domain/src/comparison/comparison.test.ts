import { describe, expect, it } from "vitest";
import { isUrn, type Urn } from "../school/index.ts";
import { inventedPanel } from "../../bench/panel.ts";
import {
  type ComparedSchool,
  compareWithMatched,
  fewestMatches,
  isClear,
  meansIn,
} from "./index.ts";
import { leastSquares } from "./least-squares.ts";
import { studentFactor } from "./student.ts";

const urnOf = (index: number): Urn => {
  const urn = 900_000 + index;
  if (!isUrn(urn)) throw new Error("no URN");
  return urn;
};

const years = { earlier: [2016, 2017], baseline: 2018, after: 2023 };

const schoolOf = (
  index: number,
  values: readonly (readonly [number, number])[],
  changes: Partial<ComparedSchool> = {},
): ComparedSchool => ({
  urn: urnOf(index),
  phase: "primary",
  setting: "mainstream",
  pupils: 200 + (index % 7),
  percentageFsm: 20 + (index % 5),
  values: new Map(values),
  ...changes,
});

const pool = inventedPanel(400);

/** An ordinary school of the pool, set aside to be the supported one. */
const ordinary = schoolOf(500, [
  [2016, 60],
  [2017, 62],
  [2018, 60],
  [2023, 61],
]);
const changed = (changes: readonly (readonly [number, number])[]): ComparedSchool => ({
  ...ordinary,
  values: new Map([...ordinary.values, ...changes]),
});
const supported = changed([[2023, 95]]);

const compare = (given: Partial<Parameters<typeof compareWithMatched>[0]> = {}) => {
  const compared = compareWithMatched({ supported: [supported], pool, years, ...given });
  if (compared.effect === null) throw new Error("nothing to compare with");
  return compared;
};

describe("a comparison with matched schools", () => {
  it("tells by how much more a school changed than those alike, with its interval", () => {
    const { effect, sets, drift } = compare();
    expect(drift.supported).toBe(35);
    expect(effect.value).toBeCloseTo(35 - drift.matched, -1);
    expect(effect.low).toBeLessThan(effect.value);
    expect(isClear(effect)).toBe(true);
    expect(sets[0]?.matched.length).toBeGreaterThanOrEqual(fewestMatches);
    expect(meansIn(sets, 2018).supported).toBe(60);
    expect(Math.abs((meansIn(sets, 2018).matched ?? 0) - 60)).toBeLessThan(3);
  });

  it("finds nothing where the school rose as the others did", () => {
    expect(isClear(compare({ supported: [ordinary] }).effect)).toBe(false);
  });

  it("takes no school of another phase or setting, far in baseline, size or disadvantage, or with support", () => {
    const far = [
      schoolOf(600, [...supported.values], { phase: "all-through" }),
      schoolOf(601, [...supported.values], { setting: "special" }),
      schoolOf(602, [...supported.values], { pupils: 900 }),
      schoolOf(603, [...supported.values], { percentageFsm: 70 }),
      schoolOf(604, [...supported.values, [2018, 20]]),
    ];
    const urns = (compared: ReturnType<typeof compare>) =>
      compared.sets.flatMap(({ matched }) => matched.map(({ school }) => school.urn));
    const nearest = schoolOf(605, [...supported.values]);
    const matched = urns(compare({ pool: [...pool, ...far, nearest] }));
    expect(matched).toContain(nearest.urn);
    expect(matched.filter((urn) => far.some((school) => school.urn === urn))).toEqual([]);
    const both = compare({ supported: [supported, nearest], pool: [...pool, nearest] });
    expect(urns(both)).not.toContain(nearest.urn);
  });

  it("says nothing of a school that has no figure or too few schools alike", () => {
    const without = schoolOf(501, [[2018, 60]]);
    const alone = schoolOf(502, [...supported.values], { setting: "special" });
    const compared = compare({ supported: [supported, without, alone] });
    expect(compared.leftOut).toEqual([
      { urn: without.urn, reason: "no-figures" },
      { urn: alone.urn, reason: "too-few-alike" },
    ]);
    expect(compareWithMatched({ supported: [alone], pool, years }).effect).toBeNull();
    const few = compareWithMatched({ supported: [supported], pool: pool.slice(0, 7), years });
    expect(few.effect).toBeNull();
  });

  it("shows and tests the years before, and says when there are too few", () => {
    const parting = changed([
      [2016, 40],
      [2017, 82],
    ]);
    const { preTrend } = compare({ supported: [parting] });
    expect(preTrend).toMatchObject({ from: 2016, to: 2017 });
    expect(preTrend !== null && isClear(preTrend)).toBe(true);
    const calm = compare().preTrend;
    expect(calm !== null && isClear(calm)).toBe(false);
    expect(compare({ years: { ...years, earlier: [2017] } }).preTrend).toBeNull();
  });

  it("warns of regression to the mean when the baseline was a bad year", () => {
    expect(compare().drift.isLikely).toBe(false);
    const fallen = changed([
      [2016, 68],
      [2017, 69],
    ]);
    const { drift } = compare({ supported: [fallen] });
    expect(drift.dip).toBe(-8.5);
    expect(drift.isLikely).toBe(true);
  });

  it("is surer of many schools than of one", () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      schoolOf(700 + index, [...supported.values]),
    );
    const { effect } = compare({ supported: many });
    expect(effect.standardError).toBeLessThan(compare().effect.standardError / 1.8);
  });
});

describe("the figures behind it", () => {
  it("has the factors of Student’s t that tables print", () => {
    expect([7, 10, 20, 29, 1_000].map((degrees) => studentFactor(degrees).toFixed(3))).toEqual([
      "2.365",
      "2.228",
      "2.086",
      "2.045",
      "1.962",
    ]);
  });

  it("finds the line through points that lie on one, and gives a column that says nothing new no part in it", () => {
    const rows = [0, 1, 2, 3, 4].map((x) => [1, x, 2 * x]);
    const [base = 0, slope = 0, again = 0] = leastSquares(rows, [1, 3, 5, 7, 9]);
    expect(base).toBeCloseTo(1);
    expect(slope + 2 * again).toBeCloseTo(2);
  });
});
