import { standardWeights, type Band, type Weights, type Window } from "@alongside/matching";
import type { CapacityLineId } from "@alongside/domain/capacity";
import type { PersonId, ZoneId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { FitWeights } from "@alongside/domain/partnership";
import { windowOf, type RoundChoices, type RoundScope } from "@alongside/domain/round";
import { blockedPairs, type Blocked } from "./blocked.ts";
import {
  isCurrent,
  type RoundFacts,
  type RoundLeader,
  type RoundNeed,
  type Zone,
} from "./facts.ts";
import { impactOf } from "./track-record.ts";

/** A request of the exchange format. The unit of days is the half-day throughout. */
export type ProblemRequest = {
  readonly id: NeedId;
  readonly urn: string;
  readonly la: string;
  readonly zone: string;
  readonly trust?: string;
  readonly phase: string;
  readonly x: number;
  readonly y: number;
  readonly band: Band;
  readonly days: number;
  readonly window: Window;
  readonly primary: string;
  readonly secondary?: string;
  readonly prefer: readonly PersonId[];
  readonly exclude: readonly PersonId[];
  readonly current?: PersonId;
};

export type ProblemProvider = {
  readonly id: PersonId;
  readonly kind: string;
  readonly urn: string;
  readonly la: string;
  readonly zone: string;
  readonly trust?: string;
  readonly phases: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly expertise: Readonly<Record<string, number>>;
  readonly impact: number;
  readonly days: number;
  readonly daysEarly: number;
  readonly daysLate: number;
  readonly maxSchools: number;
  readonly maxKm: number;
  readonly fitToSupport: boolean;
  readonly declines: readonly NeedId[];
  readonly prefersZones: readonly ZoneId[];
};

type ProblemPair = { readonly request: NeedId; readonly provider: PersonId };

/** `brokering-round/1`, with two lists that the engine does not read: the unit of days, and why pairs are kept apart. */
export type RoundProblem = {
  readonly format: "brokering-round/1";
  readonly name: string;
  readonly unit: "half-day";
  readonly requests: readonly ProblemRequest[];
  readonly providers: readonly ProblemProvider[];
  readonly pins: readonly ProblemPair[];
  readonly forbid: readonly ProblemPair[];
  readonly policy: { readonly sameTrustAllowed: false; readonly weights: Weights };
  readonly reasons: readonly Blocked[];
};

/** The weights that the engine counts with; the others belong to shortlists alone. */
export const engineWeights = (weights: FitWeights): Weights => {
  const { level, secondary, impact, sameZone, sameLa, distance } = weights;
  const { prefer, continuity, providerPref, specialist } = weights;
  const own = { level, secondary, impact, sameZone, sameLa, distance };
  return { ...standardWeights, ...own, prefer, continuity, providerPref, specialist };
};

const metresPerKm = 1_000;

/** Farther from everything than any travel limit: a school whose place is missing from the register is near nobody. */
const nowhere = { x: 1_000_000, y: 1_000_000 };

const pointOf = ({ easting, northing }: RoundNeed["school"]) =>
  easting === null || northing === null || easting === 0
    ? undefined
    : { x: easting / metresPerKm, y: northing / metresPerKm };

/** The engine knows one zone of a school: of several, one that the round is for. A school in none shares its own with nobody. */
const zoneOf = (zones: readonly Zone[], urn: number, scope: readonly ZoneId[]): string =>
  (zones.find(({ id }) => scope.includes(id)) ?? zones[0])?.id ?? `none-${urn}`;

/** Who supported the school last: working together again is worth something. */
const lastSupporter = ({ support }: RoundFacts, { school }: RoundNeed): PersonId | undefined =>
  support.find(({ urn }) => urn === school.urn)?.personId;

const toRequest = (
  facts: RoundFacts,
  need: RoundNeed,
  zones: readonly ZoneId[],
): ProblemRequest => {
  const { ask, school } = need;
  const [secondary] = ask.otherAreas;
  const current = lastSupporter(facts, need);
  // A head who welcomes leaders of the own trust is asked about no trust.
  const hasTrust = school.trustCode !== null && !ask.sameTrustWelcome;
  return {
    id: need.id,
    urn: String(school.urn),
    la: school.laCode,
    zone: zoneOf(need.zones, school.urn, zones),
    ...(hasTrust && school.trustCode !== null ? { trust: school.trustCode } : {}),
    phase: school.phase,
    ...(pointOf(school) ?? nowhere),
    band: need.band,
    days: ask.halfDays,
    window: windowOf(ask, facts.term),
    primary: ask.primaryArea,
    ...(secondary === undefined ? {} : { secondary }),
    prefer: need.preferred,
    exclude: need.avoided,
    ...(current === undefined ? {} : { current }),
  };
};

const toProvider = (
  leader: RoundLeader,
  given: {
    readonly zones: readonly ZoneId[];
    readonly declines: readonly NeedId[];
    readonly impact: number;
  },
): ProblemProvider => {
  const { home, line } = leader;
  const { supply } = line;
  const point = pointOf(home);
  const levels = supply.areas.toSorted((one, other) => (one.area < other.area ? -1 : 1));
  return {
    id: leader.id,
    kind: leader.kind,
    urn: String(home.urn),
    la: home.laCode,
    zone: zoneOf(leader.zones, home.urn, given.zones),
    ...(home.trustCode === null ? {} : { trust: home.trustCode }),
    phases: supply.phases,
    ...(point ?? { x: -nowhere.x, y: -nowhere.y }),
    expertise: Object.fromEntries(levels.map(({ area, level }) => [area, level])),
    impact: given.impact,
    days: Math.max(0, leader.free),
    daysEarly: leader.early,
    daysLate: leader.late,
    maxSchools: Math.max(0, supply.mostSchools - leader.work),
    maxKm: supply.mostKm,
    fitToSupport: leader.isDesignated,
    declines: given.declines,
    prefersZones: supply.zones,
  };
};

const byId = <Id extends string>(one: { readonly id: Id }, other: { readonly id: Id }): number =>
  one.id < other.id ? -1 : 1;

/** The leaders whose days a round may use: chosen for it, firm and in date. */
export const leadersIn = (
  { leaders, today }: RoundFacts,
  lines: readonly CapacityLineId[],
): readonly RoundLeader[] =>
  leaders.filter(({ line }) => lines.includes(line.id) && isCurrent(line, today));

export type Posed = {
  readonly name: string;
  readonly scope: RoundScope;
  readonly choices: RoundChoices;
};

const isPair =
  (leaders: readonly RoundLeader[], needs: readonly RoundNeed[]) =>
  ({ request, provider }: ProblemPair): boolean =>
    needs.some(({ id }) => id === request) && leaders.some(({ id }) => id === provider);

/**
 * The round as the engine takes it. Half-days are its unit; a need's window comes from the halves of the term; conflicts, releases and
 * decisions by hand are forbidden pairs, and each keeps its reason. Needs must be of the round; leaders not in date are left out.
 */
export const buildProblem = (facts: RoundFacts, posed: Posed): RoundProblem => {
  const { scope, choices, name } = posed;
  const needs = facts.needs.filter(({ id }) => scope.needs.includes(id)).toSorted(byId);
  const leaders = leadersIn(facts, scope.lines).toSorted(byId);
  const reasons = blockedPairs(facts, { needs, leaders, choices });
  const kept = isPair(leaders, needs);
  const apart = new Set<string>();
  const forbid = reasons.flatMap(({ kind, request, provider }) => {
    const key = `${request} ${provider}`;
    if (kind === "declined" || kind === "avoided" || apart.has(key)) return [];
    apart.add(key);
    return [{ request, provider }];
  });
  const declinesOf = (leader: RoundLeader) =>
    needs.filter(({ declinedBy }) => declinedBy.includes(leader.id)).map(({ id }) => id);
  return {
    format: "brokering-round/1",
    name,
    unit: "half-day",
    requests: needs.map((need) => toRequest(facts, need, scope.zones)),
    providers: leaders.map((leader) =>
      toProvider(leader, {
        zones: scope.zones,
        declines: declinesOf(leader),
        impact: impactOf(facts.records, leader, needs),
      }),
    ),
    pins: choices.pins
      .map(({ need, leader }) => ({ request: need, provider: leader }))
      .filter(kept)
      .toSorted((one, other) => (one.request < other.request ? -1 : 1)),
    forbid,
    policy: {
      sameTrustAllowed: false,
      weights: engineWeights(choices.weights ?? facts.weights),
    },
    reasons,
  };
};
