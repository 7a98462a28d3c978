import type { PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { EligibilityRule } from "@alongside/domain/offer";
import { keptHomeWords } from "../concern/index.ts";
import { isReleased } from "../shortlist/current.ts";
import { toDateWords, toKmWords } from "../words/index.ts";
import type { RoundFacts, RoundLeader, RoundNeed } from "./facts.ts";
import { kmBetween } from "./km.ts";

/** A pair for which a coordinator set hard rules aside, with the reason: it goes with the frozen problem. */
export type Allowance = {
  readonly request: NeedId;
  readonly provider: PersonId;
  readonly rules: readonly EligibilityRule[];
  readonly reason: string;
  readonly by: string;
  /** What is so although the rule says otherwise, a sentence for each rule. */
  readonly words: readonly string[];
};

type Pair = { readonly need: RoundNeed; readonly leader: RoundLeader };

/** Whether two schools are of one trust, and the head did not ask for leaders of it. */
export const isOfOwnTrust = ({ need, leader }: Pair): boolean =>
  need.school.trustCode !== null &&
  need.school.trustCode === leader.home.trustCode &&
  !need.ask.sameTrustWelcome;

/** Beyond the travel limit; false where a place is not known, for then nobody can say how far it is. */
export const isTooFar = ({ need, leader }: Pair): boolean => {
  const km = kmBetween(need.school, leader.home);
  return km !== undefined && km > leader.line.supply.mostKm;
};

const brokenRules = ({ today }: Pick<RoundFacts, "today">, pair: Pair) => {
  const { need, leader } = pair;
  const broken: Partial<Readonly<Record<EligibilityRule, string>>> = {
    ...(leader.isDesignated ? {} : { designation: noDesignation }),
    ...(isOfOwnTrust(pair) ? { "different-trust": ownTrust } : {}),
    ...(isTooFar(pair) ? { distance: tooFarWords(pair) } : {}),
    ...(isReleased({ ...leader, ask: need.ask, today })
      ? {}
      : { "home-release": releaseWords(leader) }),
  };
  return broken;
};

export const noDesignation = "No designation is in force";
export const ownTrust = "Both schools are of one trust, and the head did not ask for that";

export const tooFarWords = ({ need, leader }: Pair): string =>
  `${toKmWords(kmBetween(need.school, leader.home) ?? 0)} away, and travels ${toKmWords(leader.line.supply.mostKm)} at most`;

export const releaseWords = ({ line, isKeptHome }: RoundLeader): string =>
  isKeptHome
    ? keptHomeWords
    : `The home school lets the leader go until ${toDateWords(line.supply.release?.until ?? "")} only`;

/** What coordinators set aside for these needs and leaders, as far as it is needed: a rule that is kept anyway is not mentioned. */
export const allowancesFor = (
  facts: Pick<RoundFacts, "today">,
  given: { readonly needs: readonly RoundNeed[]; readonly leaders: readonly RoundLeader[] },
): readonly Allowance[] =>
  given.needs.flatMap((need) =>
    need.setAside.flatMap(({ personId, rules: waived, reason, madeBy }) => {
      const leader = given.leaders.find(({ id }) => id === personId);
      if (leader === undefined) return [];
      const broken = brokenRules(facts, { need, leader });
      const rules = waived.filter((rule) => broken[rule] !== undefined);
      const words = rules.flatMap((rule) => broken[rule] ?? []);
      const by = madeBy ?? "";
      return rules.length === 0
        ? []
        : [{ request: need.id, provider: leader.id, rules, reason, by, words }];
    }),
  );

/** Looks up what is set aside for a pair. */
export const allowanceBook = (allowances: readonly Allowance[]) => {
  const byPair = new Map<string, Allowance>(
    allowances.map((each) => [`${each.request} ${each.provider}`, each]),
  );
  const of = (request: string, provider: string) => byPair.get(`${request} ${provider}`);
  const opened = new Set<string>(
    allowances.flatMap(({ rules, request, provider }) =>
      rules.flatMap((rule) => [`${rule} ${request}`, `${rule} ${provider}`]),
    ),
  );
  return {
    of,
    isEmpty: allowances.length === 0,
    allows: (pair: Pair, rule: EligibilityRule): boolean =>
      of(pair.need.id, pair.leader.id)?.rules.includes(rule) ?? false,
    /** Whether anybody is let past a rule for a need, or a leader past it for any need. */
    opens: (rule: EligibilityRule, id: NeedId | PersonId): boolean => opened.has(`${rule} ${id}`),
  };
};

export type AllowanceBook = ReturnType<typeof allowanceBook>;
