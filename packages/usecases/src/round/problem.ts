import { standardWeights, type Band, type Weights, type Window } from "@alongside/matching";
import type { CapacityLineId } from "@alongside/domain/capacity";
import type { PersonId, ZoneId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import type { FitWeights } from "@alongside/domain/partnership";
import { windowOf, type RoundChoices, type RoundScope } from "@alongside/domain/round";
import { blockedPairs, type Blocked } from "./blocked.ts";
import { kmBetween, pointOf } from "./km.ts";
import { allowanceBook, allowancesFor, type Allowance, type AllowanceBook } from "./set-aside.ts";
import {
  isCurrent,
  type RoundFacts,
  type RoundLeader,
  type RoundNeed,
  type Zone,
} from "./facts.ts";
import { roomLeft } from "@alongside/domain/shortlist";
import { impactFor, impactOf, meanTrackRecord, type Share } from "./track-record.ts";

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

/** `brokering-round/1`, with what the engine does not read: the unit of days, why pairs are kept apart, and for which a rule was set aside. */
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
  readonly allowances: readonly Allowance[];
  /** The weights as people set them; the engine has one for track record and room together. */
  readonly counts: FitWeights;
  readonly shares: readonly (Share & { readonly provider: PersonId })[];
};

/**
 * The weights that the engine counts with. Track record and room for more schools are one to it; likeness of schools and ways of working, which
 * differ from pair to pair, it has no place for.
 */
export const engineWeights = (weights: FitWeights): Weights => {
  const { level, secondary, impact, load, sameZone, sameLa, distance } = weights;
  const { prefer, continuity, providerPref, specialist } = weights;
  const own = { level, secondary, impact: impact + load, sameZone, sameLa, distance };
  return { ...standardWeights, ...own, prefer, continuity, providerPref, specialist };
};

/** Farther from everything than any travel limit: a school whose place is missing from the register is near nobody. */
const nowhere = { x: 1_000_000, y: 1_000_000 };

/** The engine knows one zone of a school: of several, one that the round is for. A school in none shares its own with nobody. */
const zoneOf = (zones: readonly Zone[], urn: number, scope: readonly ZoneId[]): string =>
  (zones.find(({ id }) => scope.includes(id)) ?? zones[0])?.id ?? `none-${urn}`;

/** Who supported each school last: working together again is worth something. */
const lastSupporters = ({ support }: RoundFacts): ReadonlyMap<Urn, PersonId> =>
  new Map(support.toReversed().map(({ urn, personId }) => [urn, personId]));

const toRequest = (
  facts: RoundFacts,
  need: RoundNeed,
  given: {
    readonly zones: readonly ZoneId[];
    readonly allowances: AllowanceBook;
    readonly supporters: ReadonlyMap<Urn, PersonId>;
  },
): ProblemRequest => {
  const { zones, allowances, supporters } = given;
  const { ask, school } = need;
  const [secondary] = ask.otherAreas;
  const current = supporters.get(school.urn);
  // A head who welcomes leaders of the own trust is asked about no trust.
  const isAsked = !ask.sameTrustWelcome && !allowances.opens("different-trust", need.id);
  const hasTrust = school.trustCode !== null && isAsked;
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
    readonly allowances: AllowanceBook;
    /** How far the leader goes where a coordinator set the travel limit aside. */
    readonly farthest: number;
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
    maxKm: Math.max(supply.mostKm, given.farthest),
    fitToSupport: leader.isDesignated || given.allowances.opens("designation", leader.id),
    declines: given.declines,
    prefersZones: supply.zones,
  };
};

/** In whole hundreds of metres, upwards, so that the school itself is within. */
const farthestOf = (
  leader: RoundLeader,
  needs: readonly RoundNeed[],
  allowances: AllowanceBook,
): number =>
  allowances.isEmpty
    ? 0
    : Math.max(
        0,
        ...needs
          .filter((need) => allowances.allows({ need, leader }, "distance"))
          .map(({ school }) => Math.ceil((kmBetween(school, leader.home) ?? 0) * 10) / 10),
      );

const byId = <Id extends string>(one: { readonly id: Id }, other: { readonly id: Id }): number =>
  one.id < other.id ? -1 : 1;

/** The leaders whose days a round may use: chosen for it, firm and in date. */
export const leadersIn = (
  { leaders, today }: RoundFacts,
  lines: readonly CapacityLineId[],
): readonly RoundLeader[] => {
  const chosen = new Set(lines);
  return leaders.filter(({ line }) => chosen.has(line.id) && isCurrent(line, today));
};

export type Posed = {
  readonly name: string;
  readonly scope: RoundScope;
  readonly choices: RoundChoices;
};

const isPair =
  (leaders: readonly RoundLeader[], needs: readonly RoundNeed[]) =>
  ({ request, provider }: ProblemPair): boolean =>
    needs.some(({ id }) => id === request) && leaders.some(({ id }) => id === provider);

/** The pairs that the engine is told to keep apart, each once; what a head or a leader refused it reads elsewhere. */
const forbiddenIn = (reasons: readonly Blocked[]): readonly ProblemPair[] => {
  const apart = new Map<string, ProblemPair>();
  for (const { kind, request, provider } of reasons)
    if (kind !== "declined" && kind !== "avoided")
      apart.set(`${request} ${provider}`, { request, provider });
  return [...apart.values()];
};

/** Which needs each leader said no to, in the order of the needs. */
const declinesIn = (needs: readonly RoundNeed[]): ReadonlyMap<PersonId, readonly NeedId[]> => {
  const declines = new Map<PersonId, NeedId[]>();
  for (const { id, declinedBy } of needs)
    for (const leader of new Set(declinedBy))
      declines.set(leader, [...(declines.get(leader) ?? []), id]);
  return declines;
};

/**
 * The round as the engine takes it. Half-days are its unit; a need's window comes from the halves of the term; conflicts, releases and
 * decisions by hand are forbidden pairs, and each keeps its reason. Needs must be of the round; leaders not in date are left out.
 */
export const buildProblem = (facts: RoundFacts, posed: Posed): RoundProblem => {
  const { scope, choices, name } = posed;
  const chosen = new Set(scope.needs);
  const needs = facts.needs.filter(({ id }) => chosen.has(id)).toSorted(byId);
  const leaders = leadersIn(facts, scope.lines).toSorted(byId);
  const allowed = allowancesFor(facts, { needs, leaders });
  const allowances = allowanceBook(allowed);
  const reasons = blockedPairs(facts, { needs, leaders, choices, allowances });
  const kept = isPair(leaders, needs);
  const counts = choices.weights ?? facts.weights;
  const asked = new Set(needs.map(({ ask }) => ask.primaryArea));
  const shares = leaders.map((leader) => ({
    provider: leader.id,
    trackRecord: impactOf(facts.records, leader, asked),
    room: roomLeft(leader.work, leader.line.supply.mostSchools),
  }));
  const impacts = new Map(shares.map((share) => [share.provider, impactFor(counts, share)]));
  const declines = declinesIn(needs);
  const ofNeed = { zones: scope.zones, allowances, supporters: lastSupporters(facts) };
  return {
    format: "brokering-round/1",
    name,
    unit: "half-day",
    requests: needs.map((need) => toRequest(facts, need, ofNeed)),
    providers: leaders.map((leader) =>
      toProvider(leader, {
        zones: scope.zones,
        declines: declines.get(leader.id) ?? [],
        impact: impacts.get(leader.id) ?? meanTrackRecord,
        allowances,
        farthest: farthestOf(leader, needs, allowances),
      }),
    ),
    pins: choices.pins
      .map(({ need, leader }) => ({ request: need, provider: leader }))
      .filter(kept)
      .toSorted((one, other) => (one.request < other.request ? -1 : 1)),
    forbid: forbiddenIn(reasons),
    policy: {
      sameTrustAllowed: false,
      weights: engineWeights(counts),
    },
    reasons,
    allowances: allowed,
    counts,
    shares,
  };
};
