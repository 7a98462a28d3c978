import type { Urn } from "../school/index.ts";
import {
  type ChangeOf,
  type Estimate,
  estimateOf,
  expectedChange,
  type MatchedSet,
} from "./effect.ts";
import { fewestMatches, matchedTo, type Scale, scaleOf } from "./match.ts";
import { type Drift, driftOf, type Ordinary, ordinaryOf } from "./regression.ts";
import {
  type ComparedSchool,
  type ComparisonYears,
  meanOf,
  type Profile,
  profileOf,
} from "./school.ts";

export type LeftOut = {
  readonly urn: Urn;
  readonly reason: "no-figures" | "too-few-alike";
};

/** Whether the supported and the matched schools were drawing apart before the support. */
export type PreTrend = Estimate & { readonly from: number; readonly to: number };

export type Comparison = {
  readonly years: ComparisonYears;
  readonly sets: readonly MatchedSet[];
  readonly leftOut: readonly LeftOut[];
  readonly effect: Estimate;
  /** Null where fewer than two years lie before the baseline: then nothing can be tested. */
  readonly preTrend: PreTrend | null;
  readonly drift: Drift;
};

/** A change that the interval sets apart from none. */
export const isClear = ({ low, high }: Estimate): boolean => low > 0 || high < 0;

/** Matches hold the mean of the years before the baseline together, not their run: the run can be tested. */
const preTrendOf = (sets: readonly MatchedSet[], years: ComparisonYears): PreTrend | null => {
  const [from, to] = [years.earlier[0], years.earlier.at(-1)];
  if (from === undefined || to === undefined || from === to) return null;
  const hasBoth = ({ school }: Profile): boolean =>
    school.values.has(from) && school.values.has(to);
  const change: ChangeOf = ({ school }) =>
    (school.values.get(to) ?? 0) - (school.values.get(from) ?? 0);
  const whole = sets
    .filter(({ supported }) => hasBoth(supported))
    .map(({ matched, ...set }) => ({ ...set, matched: matched.filter(hasBoth) }))
    .filter(({ matched }) => matched.length >= fewestMatches);
  return whole.length === 0 ? null : { ...estimateOf(whole, change), from, to };
};

/** The schools without support to choose from, with what is ordinary among them. */
export type Pool = {
  readonly profiles: readonly Profile[];
  readonly scale: Scale;
  readonly expected: ChangeOf;
  readonly ordinary: Ordinary;
};

export const poolOf = (profiles: readonly Profile[]): Pool => ({
  profiles,
  scale: scaleOf(profiles),
  expected: expectedChange(profiles),
  ordinary: ordinaryOf(profiles),
});

/** Compares schools whose profiles are known already: see `compareWithMatched`. */
export const compareProfiles = (
  supported: readonly Profile[],
  pool: Pool,
  years: ComparisonYears,
): Omit<Comparison, "leftOut"> | undefined => {
  const { expected, ordinary } = pool;
  const urns = new Set(supported.map(({ school }) => school.urn));
  const sets = supported
    .map((profile) => ({ supported: profile, ...matchedTo(profile, pool, urns) }))
    .filter(({ matched }) => matched.length >= fewestMatches);
  if (sets.length === 0) return undefined;
  const effect = estimateOf(sets, (profile) => profile.change - expected(profile));
  return { years, sets, effect, preTrend: preTrendOf(sets, years), drift: driftOf(sets, ordinary) };
};

/**
 * Sets the change of schools that had support beside that of schools alike that had none: matched difference in
 * differences. It is indicative, not proof: support was not given by lot. Undefined where no school has enough alike.
 */
export const compareWithMatched = (given: {
  readonly supported: readonly ComparedSchool[];
  readonly pool: readonly ComparedSchool[];
  readonly years: ComparisonYears;
}): Comparison | { readonly leftOut: readonly LeftOut[]; readonly effect: null } => {
  const { supported, pool, years } = given;
  const withSupport = new Set(supported.map(({ urn }) => urn));
  const profiles = supported.map((school) => profileOf(school, years));
  const without = pool.filter(({ urn }) => !withSupport.has(urn));
  const compared = compareProfiles(
    profiles.filter((profile) => profile !== undefined),
    poolOf(without.flatMap((school) => profileOf(school, years) ?? [])),
    years,
  );
  const used = new Set(compared?.sets.map((set) => set.supported.school.urn));
  const leftOut = supported.flatMap(({ urn }, index): readonly LeftOut[] => {
    if (used.has(urn)) return [];
    return [{ urn, reason: profiles[index] === undefined ? "no-figures" : "too-few-alike" }];
  });
  return compared === undefined ? { leftOut, effect: null } : { ...compared, leftOut };
};

/** The mean of both groups in one year, for the chart: each matched school counts as much as its set lets it. */
export const meansIn = (
  sets: readonly MatchedSet[],
  year: number,
): { readonly supported: number | null; readonly matched: number | null } => {
  const valueOf = ({ school }: Profile): readonly number[] => {
    const value = school.values.get(year);
    return value === undefined ? [] : [value];
  };
  const own = sets.flatMap(({ supported }) => valueOf(supported));
  const others = sets.flatMap(({ matched }) => {
    const values = matched.flatMap(valueOf);
    return values.length === 0 ? [] : [meanOf(values)];
  });
  return {
    supported: own.length === 0 ? null : meanOf(own),
    matched: others.length === 0 ? null : meanOf(others),
  };
};
