import type { ExpertiseLevel } from "@alongside/domain/capacity";
import { eligibilityRules, type EligibilityRule } from "@alongside/domain/offer";
import { toBrief } from "./candidate.ts";
import type { PairFacts } from "./facts.ts";
import type { Candidate } from "./rank.ts";

export const shortlistSorts = ["fit", "distance", "days", "level", "fresh", "name"] as const;
export type ShortlistSort = (typeof shortlistSorts)[number];

/** Values within one part widen it, parts together narrow it; a part that is absent lets all pass. */
export type Narrowing = {
  /** Ids of zones in which the home school is. */
  readonly zones?: readonly string[] | undefined;
  /** Codes of the list of designations. */
  readonly kinds?: readonly string[] | undefined;
  readonly mostKm?: number | undefined;
  readonly leastHalfDays?: number | undefined;
  readonly leastLevel?: ExpertiseLevel | undefined;
};

const some = <Value>(values: readonly Value[] | undefined): values is readonly Value[] =>
  values !== undefined && values.length > 0;

export const levelIn = ({ line, ask }: Pick<PairFacts, "line" | "ask">): number =>
  line.supply.areas.find(({ area }) => area === ask.primaryArea)?.level ?? 0;

/** Whether a leader is among those that are looked for. A distance that is not known is beyond every limit. */
export const isWithin =
  ({ zones, kinds, mostKm, leastHalfDays, leastLevel }: Narrowing) =>
  ({ facts }: Pick<Candidate, "facts">): boolean =>
    (!some(zones) || facts.homeZones.some(({ id }) => zones.includes(id))) &&
    (!some(kinds) || kinds.includes(facts.leader.kind)) &&
    (mostKm === undefined || (facts.km !== null && facts.km <= mostKm)) &&
    (leastHalfDays === undefined || facts.leader.free >= leastHalfDays) &&
    (leastLevel === undefined || levelIn(facts) >= leastLevel);

/** Lower comes first; what is best for the school is ascending. */
const orders: Readonly<Record<ShortlistSort, (one: Candidate, other: Candidate) => number>> = {
  fit: (one, other) => one.rank - other.rank,
  distance: (one, other) =>
    (one.facts.km ?? Number.POSITIVE_INFINITY) - (other.facts.km ?? Number.POSITIVE_INFINITY) || 0,
  days: (one, other) => other.freeHalfDays - one.freeHalfDays,
  level: (one, other) => levelIn(other.facts) - levelIn(one.facts),
  fresh: (one, other) =>
    (other.facts.line.confirmedOn ?? "").localeCompare(one.facts.line.confirmedOn ?? ""),
  name: (one, other) => one.name.localeCompare(other.name, "en-GB"),
};

/** The same leaders in another order; equals stay in the order of their rank, either way round. */
export const sortedBy = (
  candidates: readonly Candidate[],
  sort: ShortlistSort,
  isDescending: boolean,
): readonly Candidate[] => {
  const way = isDescending ? -1 : 1;
  return candidates.toSorted((one, other) => way * orders[sort](one, other));
};

/** What keeps leaders out: one rule, or more than one. */
export type Fold = EligibilityRule | "several";
export const folds: readonly Fold[] = [...eligibilityRules, "several"];

const foldOf = ({ failed }: Candidate): Fold => {
  const [rule] = failed;
  return failed.length === 1 && rule !== undefined ? rule : "several";
};

const shownInFold = 5;

/**
 * Those who are left out, by the one rule that does it, the fold with the best of them first; whoever fails more than one rule comes last.
 * Each fold has its count and its first few, or all of them when it is the one asked for.
 */
export const foldExcluded = (excluded: readonly Candidate[], open: Fold | undefined) => {
  const groups = Map.groupBy(excluded, foldOf);
  return [...groups]
    .map(([fold, candidates]) => ({
      fold,
      count: candidates.length,
      best: fold === "several" ? Number.POSITIVE_INFINITY : (candidates[0]?.rank ?? 0),
      candidates: candidates.slice(0, fold === open ? candidates.length : shownInFold).map(toBrief),
    }))
    .toSorted((one, other) => one.best - other.best || other.count - one.count)
    .map(({ best: _best, ...group }) => group);
};
