/* The text format of Prometheus, version 0.0.4: why it is written here and not taken from a library is told in decision 0025. */

export type Labels = Readonly<Record<string, string>>;

export type Sample = { readonly labels: Labels; readonly value: number };

type Series = { readonly labels: Labels; value: number };
type Spread = { readonly labels: Labels; readonly counts: number[]; sum: number; count: number };

/** Seconds: what a person does not notice, notices, and waits for. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

const escaped = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

const written = (labels: Labels): string => {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
};

const line = (name: string, labels: Labels, value: number): string =>
  `${name}${written(labels)} ${value}`;

const head = (name: string, kind: string, help: string): readonly string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${kind}`,
];

const keyOf = (labels: Labels): string => JSON.stringify(labels);

/** A number that only grows. */
export const createCounter = (name: string, help: string) => {
  const series = new Map<string, Series>();
  return {
    add: (labels: Labels, by = 1): void => {
      const key = keyOf(labels);
      const known = series.get(key) ?? { labels, value: 0 };
      known.value += by;
      series.set(key, known);
    },
    lines: (): readonly string[] => [
      ...head(name, "counter", help),
      ...[...series.values()].map(({ labels, value }) => line(name, labels, value)),
    ],
  };
};

/** How long something took, in seconds, by how many took no longer than each bound. */
export const createHistogram = (name: string, help: string) => {
  const series = new Map<string, Spread>();
  const linesOf = ({ labels, counts, sum, count }: Spread): readonly string[] => [
    ...bounds.map((bound, place) =>
      line(`${name}_bucket`, { ...labels, le: String(bound) }, counts[place] ?? 0),
    ),
    line(`${name}_bucket`, { ...labels, le: "+Inf" }, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ];
  return {
    observe: (labels: Labels, seconds: number): void => {
      const key = keyOf(labels);
      const fresh = (): Spread => ({ labels, counts: bounds.map(() => 0), sum: 0, count: 0 });
      const known = series.get(key) ?? fresh();
      bounds.forEach((bound, place) => {
        if (seconds <= bound) known.counts[place] = (known.counts[place] ?? 0) + 1;
      });
      known.sum += seconds;
      known.count += 1;
      series.set(key, known);
    },
    lines: (): readonly string[] => [
      ...head(name, "histogram", help),
      ...[...series.values()].flatMap(linesOf),
    ],
  };
};

/** A number that goes up and down, read when it is asked for. */
export const gaugeLines = (
  name: string,
  help: string,
  samples: readonly Sample[],
): readonly string[] => [
  ...head(name, "gauge", help),
  ...samples.map(({ labels, value }) => line(name, labels, value)),
];
