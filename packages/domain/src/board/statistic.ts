/**
 * The value below which a share of the values lies, by linear interpolation between order statistics (Hyndman and Fan 1996,
 * definition 7, which is also R's and Excel's). Null when there are none.
 */
export const quantile = (values: readonly number[], share: number): number | null => {
  const sorted = values.toSorted((one, other) => one - other);
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
};

/** Gini's coefficient: 0 when all have the same, near 1 when one has all. Null when nobody has anything (Gini 1912). */
export const gini = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((one, other) => one - other);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const weighted = sorted.reduce((sum, value, at) => sum + (at + 1) * value, 0);
  const { length } = sorted;
  return (2 * weighted) / (length * total) - (length + 1) / length;
};
