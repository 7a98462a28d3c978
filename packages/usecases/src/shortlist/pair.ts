import {
  checkPair,
  fitParts,
  type FitPart,
  type Provider,
  type Request,
  type Rule,
  type Standing,
} from "@alongside/matching";
import type { ExpertiseLevel } from "@alongside/domain/capacity";
import type { FitWeights } from "@alongside/domain/partnership";
import { isMatchableState, isReleased } from "./current.ts";
import { ownPoints, type OwnPart } from "./own-part.ts";
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
    prefer: facts.preferred,
    exclude: facts.avoided,
    ...(hasSupported ? { current: leader.personId } : {}),
  };
};

/** Zones that a leader serves are told by the ids of the need's zones, of which the engine sees one. */
const servedZones = (facts: PairFacts): readonly string[] =>
  facts.zones.some(({ id }) => facts.line.supply.zones.some((zone) => zone === id))
    ? [zoneOf(facts)[0]]
    : [];

const toProvider = (facts: PairFacts): Provider => {
  const { leader, line, home, km, work, needId, hasDeclined, trackRecord } = facts;
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
    impact: Math.round(100 * (trackRecord?.value ?? 0)),
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
  "home-release": isReleased,
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

export const shownParts = [
  "level",
  "secondary",
  "impact",
  "context",
  "work-mode",
  "place",
  "distance",
  "preferred",
  "continuity",
  "provider-preference",
  "load",
] as const satisfies readonly (FitPart | OwnPart)[];
export type ShownPart = (typeof shownParts)[number];

/** The most points that each part can give for this need: what it does not ask about gives none to anybody. */
export const mostPoints = (
  { ask, preferred, trackRecord }: Pick<PairFacts, "ask" | "preferred" | "trackRecord">,
  weights: FitWeights,
): Readonly<Record<ShownPart, number>> => ({
  level: weights.level,
  secondary: ask.otherAreas.length === 0 ? 0 : weights.secondary,
  impact: trackRecord === undefined ? 0 : weights.impact,
  context: weights.context,
  "work-mode": ask.modes.length === 0 ? 0 : weights.workMode,
  place: Math.max(weights.sameZone, weights.sameLa),
  distance: weights.distance,
  preferred: preferred.length === 0 ? 0 : weights.prefer,
  continuity: weights.continuity,
  "provider-preference": weights.providerPref,
  load: weights.load,
});

export type Points = { readonly [Part in FitPart | OwnPart]?: number };

/** Every hard rule for one leader and one need, in order, and the points by part: none below nought, for a leader beyond the limit is looked at as if at the limit. */
export const weighPair = (
  facts: PairFacts,
  weights: FitWeights,
): { readonly passes: (rule: EligibilityRule) => boolean; readonly points: Points } => {
  const request = toRequest(facts);
  const provider = toProvider(facts);
  const parts = fitParts({ request, provider, role: "lead" }, weights);
  const results = checkPair({
    request,
    provider,
    role: "lead",
    standing: standing(facts.ask.sameTrustWelcome),
  });
  const passed = new Set(results.flatMap((result) => (result.passed ? [result.rule] : [])));
  return {
    passes: (rule) => (isOwn(rule) ? ownRules[rule](facts) : passed.has(engineRules[rule])),
    points: {
      ...parts,
      ...ownPoints(facts, weights),
      distance: Math.max(0, parts.distance ?? 0),
    },
  };
};
