/** One figure and its interval; a value that is not known leaves a gap. */
export type LinePoint = {
  readonly value: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
};

type Placed = {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
};

export type LineParts = {
  readonly lines: readonly string[];
  readonly bands: readonly string[];
  readonly dots: readonly { readonly x: number; readonly y: number }[];
};

function runsOf(
  points: readonly LinePoint[],
  x: (index: number) => number,
  y: (value: number) => number,
): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [[]];
  points.forEach((point, index) => {
    if (point.value === undefined) {
      runs.push([]);
      return;
    }
    const place = {
      x: x(index),
      y: y(point.value),
      low: y(point.low ?? point.value),
      high: y(point.high ?? point.value),
    };
    runs.at(-1)?.push(place);
  });
  return runs.filter((run) => run.length > 0);
}

const path = (places: readonly (readonly [number, number])[]) =>
  places
    .map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("");

/** The strokes, interval bands and dots of one line, broken where a figure is missing. */
export function lineParts(
  points: readonly LinePoint[],
  x: (index: number) => number,
  y: (value: number) => number,
): LineParts {
  const runs = runsOf(points, x, y);
  const band = (run: readonly Placed[]) =>
    `${path([...run.map((p) => [p.x, p.high] as const), ...run.toReversed().map((p) => [p.x, p.low] as const)])}Z`;
  return {
    lines: runs.map((run) => path(run.map((p) => [p.x, p.y] as const))),
    bands: runs.filter((run) => run.some((p) => p.low !== p.high)).map(band),
    dots: runs.flat().map((p) => ({ x: p.x, y: p.y })),
  };
}

/** Which of the labels along the foot have room: the first and last first, then as many as fit. */
export function placeLabels(labels: readonly string[], width: number): readonly number[] {
  const longest = Math.max(...labels.map((label) => label.length), 1) * 8 + 16;
  const fit = Math.max(Math.floor(width / longest), 1);
  const every = Math.max(Math.ceil((labels.length - 1) / fit), 1);
  return labels
    .map((_, index) => index)
    .filter((index) => (labels.length - 1 - index) % every === 0);
}
