import { eligibilityRules, isOverridable, type EligibilityRule } from "@alongside/domain/offer";
import type { Weights } from "@alongside/matching";
import type { PairFacts } from "./facts.ts";
import { checkRules, mostPoints, pointsOf, shownParts } from "./pair.ts";
import { conditionOf, sentenceOfPart, sentenceOfRule } from "./words.ts";

const outOf = 100;

/** A leader beside a need: every rule, the score from 0 to 100 with its parts, and what a coordinator looks for. */
const toCandidate = (facts: PairFacts, weights: Weights) => {
  const most = mostPoints(facts, weights);
  const points = pointsOf(facts, weights);
  const parts = shownParts
    .filter((part) => most[part] > 0)
    .map((part) => ({
      part,
      points: points[part] ?? 0,
      most: most[part],
      sentence: sentenceOfPart(facts, part),
    }));
  const sum = parts.reduce((all, part) => all + part.points, 0);
  const possible = parts.reduce((all, part) => all + part.most, 0);
  const rules = checkRules(facts, eligibilityRules).map((result) => ({
    ...result,
    isOverridable: isOverridable(result.rule),
    sentence: sentenceOfRule(facts, result),
  }));
  const failed = rules.filter(({ passed }) => !passed).map(({ rule }) => rule);
  const { leader, line, km, work, labelOf, homeZones } = facts;
  return {
    personId: leader.personId,
    name: leader.name,
    kind: labelOf("designation", leader.kind),
    homeUrn: leader.homeUrn,
    homeSchool: leader.homeSchool,
    homeZones: homeZones.map(({ name }) => name),
    line: line.id,
    freeHalfDays: leader.free,
    publishedHalfDays: leader.published,
    schools: work,
    mostSchools: line.supply.mostSchools,
    km,
    confirmedOn: line.confirmedOn,
    goodUntil: line.goodUntil,
    hasSupported: facts.hasSupported,
    sum,
    score: possible === 0 ? 0 : Math.round((outOf * sum) / possible),
    parts,
    rules,
    failed,
    condition: conditionOf(facts, failed),
  };
};

type Weighed = ReturnType<typeof toCandidate>;
export type Candidate = Weighed & {
  /** The place in the list; of an excluded leader the place that it would be. */
  readonly rank: number;
};

const best = (one: Weighed, other: Weighed): number =>
  other.sum - one.sum ||
  other.freeHalfDays - one.freeHalfDays ||
  (one.personId < other.personId ? -1 : 1);

export type Ranking = {
  readonly ranked: readonly Candidate[];
  readonly excluded: readonly Candidate[];
};

const couldBe = ({ failed }: Weighed): boolean =>
  !failed.some((rule: EligibilityRule) => rule === "different-school");

/**
 * Those who pass every rule by their score, the most free days first where it is equal; the others by the place that they would have.
 * A leader of the school itself is in neither: nothing could change that.
 */
export const rankPairs = (pairs: readonly PairFacts[], weights: Weights): Ranking => {
  const all = pairs
    .map((facts) => toCandidate(facts, weights))
    .filter(couldBe)
    .toSorted(best);
  const passed = all.filter(({ failed }) => failed.length === 0);
  const place = (candidate: Weighed): number =>
    passed.filter((other) => best(other, candidate) < 0).length + 1;
  return {
    ranked: passed.map((candidate, index) => ({ ...candidate, rank: index + 1 })),
    excluded: all
      .filter(({ failed }) => failed.length > 0)
      .map((candidate) => ({ ...candidate, rank: place(candidate) })),
  };
};
