import { describe, expect, it } from "vitest";
import { crossesItself, faultOfBoundary, hullOf, outlineAround } from "./boundary.ts";
import type { GridPoint } from "./partnership.ts";

const square: readonly GridPoint[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

const bow: readonly GridPoint[] = [
  [0, 0],
  [10, 10],
  [10, 0],
  [0, 10],
];

describe("a hull", () => {
  it("leaves out points inside and on its sides", () => {
    expect(hullOf([...square, [5, 5], [5, 0], [10, 10]])).toEqual(square);
  });
});

describe("an outline around points", () => {
  it.each([
    ["one point", [[1000, 1000]]],
    [
      "two points",
      [
        [1000, 1000],
        [5000, 1000],
      ],
    ],
    [
      "points in a line",
      [
        [1000, 1000],
        [2000, 2000],
        [3000, 3000],
      ],
    ],
  ] as const)("is a boundary that can stand around %s", (_, points) => {
    expect(faultOfBoundary(outlineAround(points, 300) ?? [])).toBeUndefined();
  });

  it("is not there when there is no point", () => {
    expect(outlineAround([], 300)).toBeUndefined();
  });
});

describe("a boundary", () => {
  it("stands when it goes round once", () => {
    expect(faultOfBoundary(square)).toBeUndefined();
  });

  it.each([
    ["too-few-points", square.slice(0, 2)],
    [
      "too-few-points",
      [
        [0, 0],
        [5, 5],
        [10, 10],
      ],
    ],
    ["too-many-points", Array.from({ length: 201 }, (_, x) => [x, x * x] as const)],
    ["off-the-grid", [...square, [-1, 5]]],
    ["off-the-grid", [...square, [0.5, 5]]],
    ["crosses-itself", bow],
  ] as const)("is refused as %s", (fault, ring) => {
    expect(faultOfBoundary(ring)).toBe(fault);
  });

  it("does not cross itself where two sides only meet", () => {
    expect(crossesItself(square)).toBe(false);
  });
});
