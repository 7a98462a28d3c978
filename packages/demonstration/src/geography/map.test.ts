import { expect, test } from "vitest";
import { randomFrom } from "../random.ts";
import { outline, river } from "./map.ts";
import { areaOf, isInside, metresBetween, type Polygon } from "./polygon.ts";
import { settlements } from "./settlement.ts";
import { zones } from "./zone.ts";

const square: Polygon = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];
const primaryZones = zones.filter(({ phaseGroup }) => phaseGroup === "primary");

test("a polygon knows its inside and its area", () => {
  expect(isInside([5, 5], square)).toBe(true);
  expect(isInside([11, 5], square)).toBe(false);
  expect(areaOf(square)).toBe(100);
  expect(areaOf(square.toReversed())).toBe(100);
  expect(metresBetween([0, 0], [3, 4])).toBe(5);
});

test("the primary zones share the area out without gap or overlap", () => {
  const random = randomFrom("anywhere");
  const total = primaryZones.reduce((sum, { boundary }) => sum + areaOf(boundary), 0);
  expect(total).toBe(areaOf(outline));
  for (let drawn = 0; drawn < 2000; drawn += 1) {
    const point = [random.whole(620_000, 655_000), random.whole(400_000, 425_000)] as const;
    const holders = primaryZones.filter(({ boundary }) => isInside(point, boundary));
    expect(holders).toHaveLength(isInside(point, outline) ? 1 : 0);
  }
});

test("towns, villages and the river are on land, where on the grid there is only sea", () => {
  for (const { at } of settlements) expect(isInside(at, outline)).toBe(true);
  for (const [x, y] of [...outline, ...river]) {
    expect(x).toBeGreaterThan(560_000);
    expect(y).toBeGreaterThan(395_000);
  }
});
