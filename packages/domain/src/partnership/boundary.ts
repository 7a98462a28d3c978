import type { GridPoint } from "./partnership.ts";

/** A boundary of this many points at most: more is a drawing, not an outline. */
export const mostBoundaryPoints = 200;

/** How far the National Grid reaches, in metres. */
const gridWidth = 700_000;
const gridHeight = 1_300_000;

/** Twice the area of a triangle; above nought when the turn at `b` is to the left. */
const turn = (a: GridPoint, b: GridPoint, c: GridPoint): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const byPlace = (one: GridPoint, other: GridPoint): number =>
  one[0] - other[0] || one[1] - other[1];

const chainOf = (points: readonly GridPoint[]): readonly GridPoint[] => {
  const chain: GridPoint[] = [];
  for (const point of points) {
    for (;;) {
      const [before, last] = [chain.at(-2), chain.at(-1)];
      if (before === undefined || last === undefined || turn(before, last, point) > 0) break;
      chain.pop();
    }
    chain.push(point);
  }
  return chain.slice(0, -1);
};

/** The smallest outline without dents around some points (Andrew's monotone chain), anticlockwise. */
export const hullOf = (points: readonly GridPoint[]): readonly GridPoint[] => {
  const sorted = points.toSorted(byPlace);
  return [...chainOf(sorted), ...chainOf(sorted.toReversed())];
};

const directions = Array.from({ length: 12 }, (_, index) => (index * Math.PI) / 6);

const ringAround =
  (margin: number) =>
  ([x, y]: GridPoint): readonly GridPoint[] =>
    directions.map((angle) => [
      Math.round(x + margin * Math.cos(angle)),
      Math.round(y + margin * Math.sin(angle)),
    ]);

/** An outline that leaves this many metres of room around every point; undefined when there is no point. */
export const outlineAround = (
  points: readonly GridPoint[],
  margin: number,
): readonly GridPoint[] | undefined =>
  points.length === 0 ? undefined : hullOf(points.flatMap(ringAround(margin)));

type Side = readonly [from: GridPoint, to: GridPoint];

const sidesOf = (ring: readonly GridPoint[]): readonly Side[] =>
  ring.flatMap((from, index) => {
    const to = ring[(index + 1) % ring.length];
    return to === undefined ? [] : [[from, to] as const];
  });

const cross = ([a, b]: Side, [c, d]: Side): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/** Whether two sides of a ring cross one another. */
export const crossesItself = (ring: readonly GridPoint[]): boolean => {
  const sides = sidesOf(ring);
  return sides.some((side, index) => sides.slice(index + 2).some((other) => cross(side, other)));
};

const areaOf = (ring: readonly GridPoint[]): number =>
  Math.abs(sidesOf(ring).reduce((sum, [[x1, y1], [x2, y2]]) => sum + (x1 * y2 - x2 * y1) / 2, 0));

const isOnGrid = ([x, y]: GridPoint): boolean =>
  Number.isInteger(x) &&
  Number.isInteger(y) &&
  x >= 0 &&
  x <= gridWidth &&
  y >= 0 &&
  y <= gridHeight;

export type BoundaryFault =
  | "too-few-points"
  | "too-many-points"
  | "off-the-grid"
  | "crosses-itself";

/** What keeps a ring of points from being the boundary of a zone; undefined when nothing does. */
export const faultOfBoundary = (ring: readonly GridPoint[]): BoundaryFault | undefined => {
  if (ring.length > mostBoundaryPoints) return "too-many-points";
  if (!ring.every(isOnGrid)) return "off-the-grid";
  if (crossesItself(ring)) return "crosses-itself";
  return ring.length < 3 || areaOf(ring) === 0 ? "too-few-points" : undefined;
};
