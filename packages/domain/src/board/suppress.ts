import { valuesLeft, type Sum } from "./attack.ts";

/** Counts that are published together, each by a name; the same number in two tables has one name. */
export type Counts = ReadonlyMap<string, number>;

/** Counts from 1 to this many could tell of one school or one person (Product rules, §3: small numbers). */
export const smallest = 5;

export const isSmall = (count: number): boolean => count >= 1 && count <= smallest;

const namesOf = ({ total, parts }: Sum): readonly string[] => [total, ...parts];

type Candidate = { readonly name: string; readonly totals: number; readonly count: number };

/** Parts go before totals, which a board cannot do without; among them small counts before great ones, and noughts last. */
const byLoss = (one: Candidate, other: Candidate): number =>
  one.totals - other.totals ||
  Number(one.count === 0) - Number(other.count === 0) ||
  one.count - other.count ||
  (one.name < other.name ? -1 : 1);

type Covering = {
  readonly hidden: Set<string>;
  /** Counts that are out already and can be taken back by nobody. */
  readonly shown: ReadonlySet<string>;
  readonly exposed: readonly string[];
};

/** The visible count to hide next: the one that tells a reader least, in a sum with the one that is exposed. */
const nextToHide = (
  counts: Counts,
  sums: readonly Sum[],
  given: Pick<Covering, "hidden" | "shown"> & { readonly exposed: string },
): string | undefined => {
  const visible = (among: readonly Sum[]) =>
    [...new Set(among.flatMap(namesOf))]
      .filter((name) => !given.hidden.has(name) && !given.shown.has(name))
      .map((name) => ({
        name,
        totals: sums.filter(({ total }) => total === name).length,
        count: counts.get(name) ?? 0,
      }))
      .toSorted(byLoss);
  const near = sums.filter((sum) => namesOf(sum).includes(given.exposed));
  const touched = sums.filter((sum) => namesOf(sum).some((name) => given.hidden.has(name)));
  return (visible(near)[0] ?? visible(touched)[0] ?? visible(sums)[0])?.name;
};

/** One more count for each that is exposed, but for those that share a sum with one that was just hidden: they may be safe now. */
const coverAll = (
  counts: Counts,
  sums: readonly Sum[],
  { hidden, shown, exposed }: Covering,
): void => {
  const settled = new Set<string>();
  for (const name of exposed) {
    if (settled.has(name)) continue;
    const next = nextToHide(counts, sums, { hidden, shown, exposed: name });
    if (next === undefined) continue;
    hidden.add(next);
    for (const sum of sums)
      if (namesOf(sum).includes(next)) for (const each of namesOf(sum)) settled.add(each);
  }
};

/** What was published before: counts that are hidden there, and those that everybody has seen. */
export type Before = {
  readonly hidden: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
  /** Counts that are in no table: they stand between others, and need no hiding of their own. */
  readonly between: ReadonlySet<string>;
};

const nothingBefore: Before = { hidden: new Set(), shown: new Set(), between: new Set() };

/**
 * The counts that may not be shown: those from 1 to 5, and as many others as it takes that none of these can be worked out
 * from what is still shown. `sums` are the ways in which counts add up to one another, over all tables that are
 * published together (Product rules, §3: small numbers). What was hidden before stays hidden; what was shown cannot be hidden any more.
 */
export const suppress = (
  counts: Counts,
  sums: readonly Sum[],
  { hidden: hiddenBefore, shown, between }: Before = nothingBefore,
): ReadonlySet<string> => {
  const small = [...counts]
    .filter(([name, count]) => isSmall(count) && !shown.has(name) && !between.has(name))
    .map(([name]) => name);
  const hidden = new Set([...small, ...hiddenBefore, ...between]);
  for (;;) {
    const left = valuesLeft(counts, sums, hidden);
    const exposed = small.filter((name) => left.get(name) === "one");
    const size = hidden.size;
    coverAll(counts, sums, { hidden, shown, exposed });
    if (hidden.size === size) return hidden;
  }
};
