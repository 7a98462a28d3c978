/** One count that is the sum of others. */
export type Sum = { readonly total: string; readonly parts: readonly string[] };

type Counts = ReadonlyMap<string, number>;

/** Σ factor × unknown = known. */
type Equation = { readonly factors: Map<string, number>; known: number };

const tolerance = 1e-9;

const equationsOf = (
  counts: Counts,
  sums: readonly Sum[],
  hidden: ReadonlySet<string>,
): readonly Equation[] =>
  sums.map(({ total, parts }) => {
    const equation: Equation = { factors: new Map(), known: 0 };
    const add = (name: string, sign: 1 | -1) => {
      if (hidden.has(name)) {
        equation.factors.set(name, (equation.factors.get(name) ?? 0) + sign);
      } else equation.known -= sign * (counts.get(name) ?? 0);
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    return equation;
  });

/** Takes as much of one equation from another as removes an unknown from it. */
const eliminate = (from: Equation, by: Equation, name: string): void => {
  const share = (from.factors.get(name) ?? 0) / (by.factors.get(name) ?? 1);
  if (Math.abs(share) < tolerance) return;
  for (const [other, factor] of by.factors) {
    const left = (from.factors.get(other) ?? 0) - share * factor;
    if (Math.abs(left) < tolerance) from.factors.delete(other);
    else from.factors.set(other, left);
  }
  from.known -= share * by.known;
};

/** Gauss and Jordan: an unknown that is left alone in an equation is known. */
const reduce = (equations: readonly Equation[]): readonly Equation[] => {
  const rows = equations.map(({ factors, known }) => ({ factors: new Map(factors), known }));
  const done = new Set<Equation>();
  for (const name of new Set(rows.flatMap(({ factors }) => [...factors.keys()]))) {
    const pivot = rows.find((row) => !done.has(row) && row.factors.has(name));
    if (pivot === undefined) continue;
    done.add(pivot);
    for (const row of rows) if (row !== pivot) eliminate(row, pivot, name);
  }
  return rows;
};

type Range = { readonly least: number; readonly most: number };

const rangeOf = (ranges: ReadonlyMap<string, Range>, name: string): Range =>
  ranges.get(name) ?? { least: 0, most: Number.POSITIVE_INFINITY };

/** The least and the most that a share of an equation can come to. */
const spanOf = (factor: number, { least, most }: Range): Range =>
  factor > 0
    ? { least: factor * least, most: factor * most }
    : { least: factor * most, most: factor * least };

/** No count is below nought: what the others of an equation leave room for. */
const tighten = (equation: Equation, ranges: Map<string, Range>): boolean => {
  let hasChanged = false;
  for (const [name, factor] of equation.factors) {
    let rest: Range = { least: 0, most: 0 };
    for (const [other, share] of equation.factors) {
      if (other === name) continue;
      const span = spanOf(share, rangeOf(ranges, other));
      rest = { least: rest.least + span.least, most: rest.most + span.most };
    }
    const ends = [(equation.known - rest.most) / factor, (equation.known - rest.least) / factor];
    const now = rangeOf(ranges, name);
    const least = Math.max(now.least, Math.ceil(Math.min(...ends) - tolerance));
    const most = Math.min(now.most, Math.floor(Math.max(...ends) + tolerance));
    if (least > now.least || most < now.most) {
      ranges.set(name, { least, most });
      hasChanged = true;
    }
  }
  return hasChanged;
};

const mostPasses = 50;

/**
 * What a reader who knows how the counts add up, and that none is below nought, can make of the hidden ones: whether
 * one value is left for each, or several.
 */
export const valuesLeft = (
  counts: Counts,
  sums: readonly Sum[],
  hidden: ReadonlySet<string>,
): ReadonlyMap<string, "one" | "several"> => {
  const stated = equationsOf(counts, sums, hidden);
  const equations = [...stated, ...reduce(stated)].filter(({ factors }) => factors.size > 0);
  const ranges = new Map<string, Range>();
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const changes = equations.map((equation) => tighten(equation, ranges));
    if (!changes.includes(true)) break;
  }
  return new Map(
    [...hidden].map((name) => {
      const { least, most } = rangeOf(ranges, name);
      return [name, least >= most ? "one" : "several"] as const;
    }),
  );
};
