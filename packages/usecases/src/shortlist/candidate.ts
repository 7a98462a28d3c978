import { eligibilityRules, isOverridable } from "@alongside/domain/offer";
import { shownParts } from "./pair.ts";
import type { Candidate } from "./rank.ts";
import { conditionOf, sentenceOfPart, sentenceOfRule } from "./words.ts";

/** A leader in a few words: what a fold or a map shows. */
export const toBrief = (candidate: Candidate) => {
  const { personId, name, homeUrn, homeSchool, freeHalfDays, score, rank, failed, facts } =
    candidate;
  return {
    personId,
    name,
    kind: facts.labelOf("designation", facts.leader.kind),
    homeUrn,
    homeSchool,
    homeZones: facts.homeZones.map((zone) => zone.name),
    freeHalfDays,
    km: facts.km,
    score,
    rank,
    failed: failed.map((rule) => ({
      rule,
      isOverridable: isOverridable(rule),
      sentence: sentenceOfRule(facts, { rule, passed: false }),
    })),
    condition: conditionOf(facts, failed),
    /** Whether a reason is all that stands between the leader and an offer. */
    mayBeSetAside: failed.length > 0 && failed.every(isOverridable),
  };
};

const overrideOf = ({ setAside, facts }: Candidate) =>
  setAside.length === 0 || facts.override === undefined
    ? null
    : {
        reason: facts.override.reason,
        by: facts.override.madeBy,
        at: facts.override.madeAt,
        sentences: setAside.map((rule) => sentenceOfRule(facts, { rule, passed: false })),
      };

/** A leader with every rule and every part of the score in words, and what a coordinator looks for. */
export const toShown = (candidate: Candidate) => {
  const { facts, failed, setAside, points, most } = candidate;
  const { leader, line, work, preferred } = facts;
  const place = preferred.indexOf(leader.personId);
  return {
    ...toBrief(candidate),
    publishedHalfDays: leader.published,
    schools: work,
    mostSchools: line.supply.mostSchools,
    confirmedOn: line.confirmedOn,
    goodUntil: line.goodUntil,
    hasSupported: facts.hasSupported,
    /** The place that the head gives the leader, from 1; null for none. */
    headsPlace: place < 0 ? null : place + 1,
    sum: candidate.sum,
    parts: shownParts
      .filter((part) => most[part] > 0)
      .map((part) => ({
        part,
        points: points[part] ?? 0,
        most: most[part],
        sentence: sentenceOfPart(facts, part),
      })),
    rules: eligibilityRules.map((rule) => {
      const isSetAside = setAside.includes(rule);
      const passed = !failed.includes(rule) && !isSetAside;
      return { rule, passed, isSetAside, sentence: sentenceOfRule(facts, { rule, passed }) };
    }),
    override: overrideOf(candidate),
  };
};
