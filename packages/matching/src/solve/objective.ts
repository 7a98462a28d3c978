/** How a band's number of leads is held: not at all, at least, or exactly. */
export type Hold = "free" | "at-least" | "exactly";

/** What a stage of the lexicographic objective maximises, and what earlier stages hold. */
export type Stage = {
  /** Points by item. */
  readonly points: Float64Array;
  readonly holds: readonly Hold[];
  readonly served: readonly number[];
  /** 1 for each item that the stage leaves out, because it cannot matter to its goal. */
  readonly leftOut: Uint8Array;
};

/** Costs more than any placement can bring; only a plan that misses a band's number pays it. */
export const penaltyOf = (points: Float64Array): number => 50 * scaleOf(points);

/** The largest points in play. */
export const scaleOf = (points: Float64Array): number => {
  let largest = 100;
  for (const value of points) largest = Math.max(largest, Math.abs(value));
  return largest;
};
