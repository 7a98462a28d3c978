/** Numbers to places on the paper. */
export type Scale = {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
};

/** The largest of 1, 2, 5 × a power of ten that gives at most `count` steps over the span. */
export function stepFor(span: number, count: number): number {
  const rough = span / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return factor * power;
}

/** A straight scale over the values, widened to round numbers. Bars need `fromZero`: their length is the figure. */
export function linearScale(
  values: readonly number[],
  room: readonly [number, number],
  options: { fromZero: boolean; count?: number },
): Scale {
  const all = options.fromZero ? [0, ...values] : values;
  const low = Math.min(...all);
  const high = Math.max(...all);
  const span = high > low ? high - low : Math.max(Math.abs(high), 1);
  const step = stepFor(span, options.count ?? 5);
  const first = Math.floor(low / step) * step;
  const last = Math.max(Math.ceil(high / step) * step, first + step);
  const ticks = Array.from({ length: Math.round((last - first) / step) + 1 }, (_, index) =>
    Number((first + index * step).toPrecision(12)),
  );
  const [start, end] = room;
  return { at: (value) => start + ((value - first) / (last - first)) * (end - start), ticks };
}

const english = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** 1,204.5; below nought with a true minus sign. */
export const figure = (value: number) => english.format(value).replace("-", "−");
