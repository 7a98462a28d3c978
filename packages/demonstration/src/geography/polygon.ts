import type { GridPoint } from "@alongside/domain/partnership";

export type Polygon = readonly GridPoint[];

const sidesOf = (polygon: Polygon): readonly (readonly [GridPoint, GridPoint])[] =>
  polygon.flatMap((point, index) => {
    const following = polygon[(index + 1) % polygon.length];
    return following === undefined ? [] : [[point, following] as const];
  });

/** Whether a point lies inside a simple polygon, by the even-odd rule. */
export const isInside = ([x, y]: GridPoint, polygon: Polygon): boolean =>
  sidesOf(polygon).filter(
    ([[x1, y1], [x2, y2]]) => y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1,
  ).length %
    2 ===
  1;

/** Area in square metres, whichever way round the points go. */
export const areaOf = (polygon: Polygon): number =>
  Math.abs(
    sidesOf(polygon).reduce((sum, [[x1, y1], [x2, y2]]) => sum + (x1 * y2 - x2 * y1) / 2, 0),
  );

/** Straight-line distance in metres on the grid. */
export const metresBetween = ([x1, y1]: GridPoint, [x2, y2]: GridPoint): number =>
  Math.sqrt((x1 - x2) ** 2 + (y1 - y2) ** 2);
