import { eligibilityRules, isOverridable, type EligibilityRule } from "@alongside/domain/offer";
import type { FitWeights } from "@alongside/domain/partnership";
import type { PairFacts } from "./facts.ts";
import { mostPoints, shownParts, weighPair, type Points, type ShownPart } from "./pair.ts";

const outOf = 100;

/** A leader beside a need, weighed but not yet put into words: those are written for the few that are shown. */
type Weighed = {
  readonly facts: PairFacts;
  readonly personId: PairFacts["leader"]["personId"];
  readonly name: string;
  readonly homeUrn: PairFacts["leader"]["homeUrn"];
  readonly homeSchool: string;
  readonly line: PairFacts["line"]["id"];
  readonly freeHalfDays: number;
  readonly points: Points;
  readonly most: Readonly<Record<ShownPart, number>>;
  readonly sum: number;
  /** 0 to 100. */
  readonly score: number;
  /** Rules that are not passed and not set aside. */
  readonly failed: readonly EligibilityRule[];
  /** Rules that are not passed and were set aside with a reason. */
  readonly setAside: readonly EligibilityRule[];
  /** Why they were; empty when none was. */
  readonly setAsideReason: string;
};

export type Candidate = Weighed & {
  /** The place in the list; of an excluded leader the place that it would be. */
  readonly rank: number;
};

const rulesOf = (facts: PairFacts, passes: (rule: EligibilityRule) => boolean) => {
  const broken = eligibilityRules.filter((rule) => !passes(rule));
  const waived = facts.override?.rules ?? [];
  const setAside = broken.filter((rule) => isOverridable(rule) && waived.includes(rule));
  return {
    failed: broken.filter((rule) => !setAside.includes(rule)),
    setAside,
    setAsideReason: setAside.length === 0 ? "" : (facts.override?.reason ?? ""),
  };
};

const weigh = (facts: PairFacts, weights: FitWeights): Weighed => {
  const most = mostPoints(facts, weights);
  const { passes, points } = weighPair(facts, weights);
  const total = (of: Points) => shownParts.reduce((all, part) => all + (of[part] ?? 0), 0);
  const [sum, possible] = [total(points), total(most)];
  const { leader, line } = facts;
  return {
    facts,
    personId: leader.personId,
    name: leader.name,
    homeUrn: leader.homeUrn,
    homeSchool: leader.homeSchool,
    line: line.id,
    freeHalfDays: leader.free,
    points,
    most,
    sum,
    score: possible === 0 ? 0 : Math.round((outOf * sum) / possible),
    ...rulesOf(facts, passes),
  };
};

const best = (one: Weighed, other: Weighed): number =>
  other.sum - one.sum ||
  other.freeHalfDays - one.freeHalfDays ||
  (one.personId < other.personId ? -1 : 1);

export type Ranking = {
  readonly ranked: readonly Candidate[];
  readonly excluded: readonly Candidate[];
};

const couldBe = ({ failed }: Weighed): boolean => !failed.includes("different-school");

/**
 * Those who pass every rule by their score, the most free days first where it is equal; the others by the place that they would have.
 * A leader of the school itself is in neither: nothing could change that.
 */
export const rankPairs = (pairs: readonly PairFacts[], weights: FitWeights): Ranking => {
  const all = pairs
    .map((facts) => weigh(facts, weights))
    .filter(couldBe)
    .toSorted(best);
  const ranked: Candidate[] = [];
  const excluded: Candidate[] = [];
  for (const candidate of all) {
    // All are in order, so that whoever came before and passed is better.
    const placed = { ...candidate, rank: ranked.length + 1 };
    if (candidate.failed.length === 0) ranked.push(placed);
    else excluded.push(placed);
  }
  return { ranked, excluded };
};
