import { entry, flagAt, whole } from "./cells.ts";
import type { Model } from "./model.ts";

/*
 * Subset-row cuts over three rows (Jepsen, Petersen, Spoorendonk and Pisinger 2008): of three packing rows, sets that touch two or more can
 * be taken only once. They are zero-half cuts, and close most of what the relaxation leaves open here. An element is the number of a row
 * that packs: a request's lead, a request's specialist, a provider.
 */

export const elementOfItem = (model: Model, item: number): number =>
  whole(model.request, item) * 2 + (flagAt(model.isLead, item) === 1 ? 0 : 1);

export const elementOfProvider = (model: Model, provider: number): number =>
  model.requestCount * 2 + provider;

export const elementCount = (model: Model): number => model.requestCount * 2 + model.providerCount;

/** The rows that a provider's set takes up. */
export const elementsOf = (model: Model, items: Int32Array, provider: number): Int32Array =>
  Int32Array.from([
    ...Array.from(items, (item) => elementOfItem(model, item)),
    elementOfProvider(model, provider),
  ]);

/** A set that the fractional plan takes in part. */
export type Support = { readonly elements: Int32Array; readonly level: number };

export type Triple = { readonly elements: readonly number[]; readonly violation: number };

const pairKey = (a: number, b: number): number => (a < b ? a * 1_000_003 + b : b * 1_000_003 + a);

/** What the fractional plan covers: which sets touch an element, which elements stand beside it, and how much of each pair. */
const coverageOf = (support: readonly Support[]) => {
  const sets = new Map<number, Support[]>();
  const neighbours = new Map<number, Set<number>>();
  const levels = new Map<number, number>();
  const listed = <Value>(map: Map<number, Value>, key: number, empty: () => Value): Value => {
    const known = map.get(key) ?? empty();
    map.set(key, known);
    return known;
  };
  for (const each of support)
    for (const a of each.elements) {
      listed(sets, a, (): Support[] => []).push(each);
      const beside = listed(neighbours, a, () => new Set<number>());
      for (const b of each.elements) {
        if (a === b) continue;
        beside.add(b);
        if (a < b) levels.set(pairKey(a, b), (levels.get(pairKey(a, b)) ?? 0) + each.level);
      }
    }
  return { sets, neighbours, level: (a: number, b: number) => levels.get(pairKey(a, b)) ?? 0 };
};

type Coverage = ReturnType<typeof coverageOf>;

const touched = (set: Support, three: readonly number[]): number => {
  let count = 0;
  for (const element of set.elements) if (three.includes(element)) count++;
  return count;
};

/** How much of the plan touches two or more of three elements. */
const coverOfThree = ({ sets }: Coverage, three: readonly number[]): number => {
  const seen = new Set<Support>();
  let sum = 0;
  for (const element of three)
    for (const set of sets.get(element) ?? []) {
      if (seen.has(set)) continue;
      seen.add(set);
      if (touched(set, three) >= 2) sum += set.level;
    }
  return sum;
};

/** Three elements of which the middle one stands beside both others; where all stand beside each other, once. */
const triplesOf = ({ neighbours, level }: Coverage): readonly (readonly number[])[] => {
  const triples: number[][] = [];
  for (const [middle, beside] of neighbours)
    for (const a of beside)
      for (const b of beside) {
        if (b <= a || (level(a, b) > 0 && middle > a)) continue;
        if (level(middle, a) + level(middle, b) + level(a, b) > 1.02) triples.push([middle, a, b]);
      }
  return triples;
};

const leastViolation = 0.02;

/** Triples of elements of which the fractional plan covers two or more by more than one set's worth, the most violated first. */
export const violatedTriples = (support: readonly Support[]): readonly Triple[] => {
  const coverage = coverageOf(support);
  return triplesOf(coverage)
    .map((elements) => ({ elements, violation: coverOfThree(coverage, elements) - 1 }))
    .filter(({ violation }) => violation > leastViolation)
    .sort((x, y) => y.violation - x.violation);
};

/** Subset-row cuts that stand in a programme: the row of each, and which of them hold an element. */
export type SubsetRows = {
  readonly rows: number[];
  readonly ofElement: Map<number, number[]>;
};

export const noSubsetRows = (): SubsetRows => ({ rows: [], ofElement: new Map() });

/** Notes a cut over these elements that stands in this row. */
export const noteCut = (cuts: SubsetRows, elements: readonly number[], row: number): void => {
  for (const element of elements) {
    const own = cuts.ofElement.get(element) ?? [];
    own.push(cuts.rows.length);
    cuts.ofElement.set(element, own);
  }
  cuts.rows.push(row);
};

/** The rows of the cuts in which a set counts: those of which it touches two elements. */
export const cutRowsOf = (cuts: SubsetRows, elements: Iterable<number>): readonly number[] => {
  const count = new Map<number, number>();
  for (const element of elements)
    for (const cut of cuts.ofElement.get(element) ?? []) count.set(cut, (count.get(cut) ?? 0) + 1);
  return [...count].flatMap(([cut, times]) => (times >= 2 ? [entry(cuts.rows, cut)] : []));
};
