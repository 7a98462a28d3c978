import type { Problem } from "../problem.ts";

const between = (value: number, from: readonly [number, number], to: readonly [number, number]) =>
  from[1] + ((value - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);

/**
 * Milliseconds worth spending on a round where nobody says otherwise; most rounds of an area are proved long before. It grows from nine
 * seconds (120 requests) over a minute (300) to four and a half (a country).
 */
export const standardBudget = ({ requests }: Problem): number => {
  const count = requests.length;
  if (count <= 120) return 8_800;
  if (count <= 300) return Math.round(between(count, [120, 8_800], [300, 61_000]));
  if (count <= 5000) return Math.round(between(count, [300, 61_000], [5000, 270_000]));
  return 270_000;
};
