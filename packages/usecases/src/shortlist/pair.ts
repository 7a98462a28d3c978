import {
  checkPair,
  fitParts,
  type FitPart,
  type FitParts,
  type Provider,
  type Request,
  type Rule,
  type Standing,
  type Weights,
} from "@alongside/matching";
import type { ExpertiseLevel } from "@alongside/domain/capacity";
import { isMatchableState } from "./current.ts";
import type { EligibilityRule } from "@alongside/domain/offer";
import type { PairFacts } from "./facts.ts";

const nowhere = "";

/** Two schools may share one of several zones; the engine knows one zone each, so a shared one goes first. */
const zoneOf = ({ zones, homeZones }: PairFacts): readonly [request: string, provider: string] => {
  const shared = zones.find(({ id }) => homeZones.some((zone) => zone.id === id));
  if (shared !== undefined) return [shared.id, shared.id];
  return [zones[0]?.id ?? nowhere, homeZones[0]?.id ?? `${nowhere}-`];
};

/** The need as the engine knows one. Days are half-days throughout; the distance is all along one axis. */
const toRequest = (facts: PairFacts): Request => {
  const { ask, needId, school, leader, hasSupported } = facts;
  const [secondary] = ask.otherAreas;
  return {
    id: needId,
    urn: String(ask.school),
    la: school.laCode,
    zone: zoneOf(facts)[0],
    ...(school.trustCode === null ? {} : { trust: school.trustCode }),
    phase: school.phase,
    x: 0,
    y: 0,
    band: 1,
    days: ask.halfDays,
    window: "any",
    primary: ask.primaryArea,
    ...(secondary === undefined ? {} : { secondary }),
    prefer: ask.preferred.map((wish) => wish.leader),
    exclude: ask.avoided.map((wish) => wish.leader),
    ...(hasSupported ? { current: leader.personId } : {}),
  };
};

/** Zones that a leader serves are told by the ids of the need's zones, of which the engine sees one. */
const servedZones = (facts: PairFacts): readonly string[] =>
  facts.zones.some(({ id }) => facts.line.supply.zones.some((zone) => zone === id))
    ? [zoneOf(facts)[0]]
    : [];

const toProvider = (facts: PairFacts): Provider => {
  const { leader, line, home, km, work, needId, hasDeclined } = facts;
  const { supply } = line;
  return {
    id: leader.personId,
    kind: leader.kind,
    urn: String(leader.homeUrn),
    la: home.laCode,
    zone: zoneOf(facts)[1],
    ...(home.trustCode === null ? {} : { trust: home.trustCode }),
    phases: supply.phases,
    // A place that is not known gets no points for being near, and fails the rule.
    x: km ?? supply.mostKm + 1,
    y: 0,
    expertise: new Map(
      supply.areas.map(({ area, level }): [string, ExpertiseLevel] => [area, level]),
    ),
    impact: 0,
    days: leader.free,
    daysEarly: leader.free,
    daysLate: leader.free,
    maxSchools: supply.mostSchools - work,
    maxKm: supply.mostKm,
    laOnly: false,
    fitToSupport: true,
    declines: hasDeclined ? [needId] : [],
    prefersZones: servedZones(facts),
  };
};

const standing = (sameTrustAllowed: boolean): Standing => ({
  sameTrustAllowed,
  isForbidden: () => false,
  pinOf: () => undefined,
});

const ownRules = {
  designation: ({ isDesignated }: PairFacts) => isDesignated,
  current: isMatchableState,
  "no-conflict": ({ conflicts }: PairFacts) => conflicts.length === 0,
} as const;

type OwnRule = keyof typeof ownRules;
const isOwn = (rule: EligibilityRule): rule is OwnRule => rule in ownRules;

/** The rules of eligibility that the engine checks too, by its own names. */
const engineRules: Readonly<Record<Exclude<EligibilityRule, OwnRule>, Rule>> = {
  days: "days",
  schools: "schools",
  phase: "phase",
  expertise: "expertise",
  distance: "distance",
  "different-school": "different-school",
  "different-trust": "different-trust",
  "not-excluded": "not-excluded",
  "not-declined": "not-declined",
};

/** Every hard rule for one leader and one need, in order: whether it is passed. */
export const checkRules = (
  facts: PairFacts,
  rules: readonly EligibilityRule[],
): readonly { readonly rule: EligibilityRule; readonly passed: boolean }[] => {
  const results = checkPair({
    request: toRequest(facts),
    provider: toProvider(facts),
    role: "lead",
    standing: standing(facts.ask.sameTrustWelcome),
  });
  return rules.map((rule) => ({
    rule,
    passed: isOwn(rule)
      ? ownRules[rule](facts)
      : results.some((result) => result.rule === engineRules[rule] && result.passed),
  }));
};

export const shownParts = [
  "level",
  "secondary",
  "place",
  "distance",
  "preferred",
  "continuity",
  "provider-preference",
] as const satisfies readonly FitPart[];
export type ShownPart = (typeof shownParts)[number];

/** The most points that each part can give for this need: what it does not ask about gives none to anybody. */
export const mostPoints = (
  { ask }: Pick<PairFacts, "ask">,
  weights: Weights,
): Readonly<Record<ShownPart, number>> => ({
  level: weights.level,
  secondary: ask.otherAreas.length === 0 ? 0 : weights.secondary,
  place: Math.max(weights.sameZone, weights.sameLa),
  distance: weights.distance,
  preferred: ask.preferred.length === 0 ? 0 : weights.prefer,
  continuity: weights.continuity,
  "provider-preference": weights.providerPref,
});

/** The points of a pair by part, none below nought: a leader beyond the limit is looked at as if at the limit. */
export const pointsOf = (facts: PairFacts, weights: Weights): FitParts => {
  const parts = fitParts(
    { request: toRequest(facts), provider: toProvider(facts), role: "lead" },
    weights,
  );
  return { ...parts, distance: Math.max(0, parts.distance ?? 0) };
};
