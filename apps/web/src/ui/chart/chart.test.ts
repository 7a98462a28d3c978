import { expect, test } from "vitest";
import { depthOf } from "./heat-map.tsx";
import { lineParts, placeLabels } from "./line-path.ts";
import { figure, linearScale, stepFor } from "./scale.ts";

test.each([
  [42, 5, 10],
  [100, 5, 20],
  [7, 5, 2],
  [0.4, 5, 0.1],
])("a span of %d in %i steps goes by %d", (span, count, step) => {
  expect(stepFor(span, count)).toBeCloseTo(step);
});

test("a scale for bars begins at nought, so that lengths can be compared", () => {
  const scale = linearScale([38, 42], [0, 100], { fromZero: true });
  expect(scale.at(0)).toBe(0);
  expect(scale.at(42)).toBeLessThanOrEqual(100);
});

test("a scale for bars below nought holds both sides", () => {
  const scale = linearScale([8, -5], [0, 100], { fromZero: true });
  expect(scale.at(-5)).toBeGreaterThanOrEqual(0);
  expect(scale.at(0)).toBeGreaterThan(scale.at(-5));
});

test("equal values still make a scale", () => {
  const scale = linearScale([7, 7], [0, 100], { fromZero: false });
  expect(Number.isFinite(scale.at(7))).toBe(true);
  expect(linearScale([0], [0, 100], { fromZero: true }).ticks.length).toBeGreaterThan(1);
});

test("a missing figure breaks the line instead of being guessed", () => {
  const points = [{ value: 1 }, { value: undefined }, { value: 3 }, { value: 4, low: 3, high: 5 }];
  const parts = lineParts(
    points,
    (index) => index,
    (value) => value,
  );
  expect(parts.lines).toEqual(["M0.0 1.0", "M2.0 3.0L3.0 4.0"]);
  expect(parts.bands).toHaveLength(1);
  expect(parts.dots).toHaveLength(3);
});

test("labels that have no room are left out, the last one stays", () => {
  const years = ["2018", "2019", "2020", "2021", "2022"];
  expect(placeLabels(years, 1000)).toEqual([0, 1, 2, 3, 4]);
  expect(placeLabels(years, 120)).toEqual([0, 2, 4]);
});

test.each([
  [0, 10, 0],
  [1, 10, 1],
  [5, 10, 2],
  [10, 10, 4],
  [3, 0, 0],
])("%i of at most %i is depth %i", (value, largest, depth) => {
  expect(depthOf(value, largest)).toBe(depth);
});

test("figures have commas and a true minus", () => {
  expect(figure(-1204.55)).toBe("−1,204.6");
});
