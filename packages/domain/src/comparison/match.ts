import type { Urn } from "../school/index.ts";
import { type Profile, varianceOf } from "./school.ts";

type Trait = "baseline" | "earlier" | "logPupils" | "fsm";

/** One standard deviation of each trait among the schools to choose from. */
export type Scale = Readonly<Record<Trait, number>>;

/** The farthest that a matched school may lie off in each trait, in standard deviations: the baseline is held closest. */
const farthest: Scale = { baseline: 0.4, earlier: 0.8, logPupils: 1, fsm: 1 };

export const mostMatches = 30;
/** With fewer schools alike than this nothing is said: their spread would be a guess. */
export const fewestMatches = 8;

export const scaleOf = (pool: readonly Profile[]): Scale => {
  const spread = (trait: Trait): number =>
    Math.sqrt(varianceOf(pool.map((profile) => profile[trait]))) || 1;
  return {
    baseline: spread("baseline"),
    earlier: spread("earlier"),
    logPupils: spread("logPupils"),
    fsm: spread("fsm"),
  };
};

/** By how much the farthest may be exceeded, step by step, where too few schools are near: a small pool matches looser. */
const widenings = [1, 1.6, 2.4] as const;

type Reach = { readonly scale: Scale; readonly widening: number };

/** Squared distance, trait by trait, those that tell schools apart best first; undefined beyond the farthest in any of them. */
const distance = (one: Profile, other: Profile, reach: Reach): number | undefined => {
  const { scale, widening } = reach;
  /** As a share of the farthest allowed without widening. */
  const apart = (trait: Trait): number =>
    Math.abs(one[trait] - other[trait]) / (scale[trait] * farthest[trait]);
  const baseline = apart("baseline");
  if (baseline > widening) return undefined;
  const fsm = apart("fsm");
  if (fsm > widening) return undefined;
  const earlier = apart("earlier");
  if (earlier > widening) return undefined;
  const size = apart("logPupils");
  return size > widening ? undefined : baseline ** 2 + fsm ** 2 + earlier ** 2 + size ** 2;
};

type Choice = {
  readonly profiles: readonly Profile[];
  readonly scale: Scale;
};

const nearTo = (
  profile: Profile,
  { profiles, ...reach }: { readonly profiles: readonly Profile[] } & Reach,
  supported: ReadonlySet<Urn>,
): readonly Profile[] => {
  const { phase, setting } = profile.school;
  const near: { readonly other: Profile; readonly far: number }[] = [];
  for (const other of profiles) {
    const { school } = other;
    if (school.phase !== phase || school.setting !== setting) continue;
    const far = distance(profile, other, reach);
    if (far !== undefined && !supported.has(school.urn)) near.push({ other, far });
  }
  return near
    .toSorted((one, two) => one.far - two.far || one.other.school.urn - two.other.school.urn)
    .slice(0, mostMatches)
    .map(({ other }) => other);
};

/**
 * The schools most like one: same phase and setting, near in baseline, earlier results, size and disadvantage; at most
 * thirty, the nearest first (Product rules, impact: matched schools). Where fewer than eight are near, those a little
 * farther off are taken too, and `isLoose` says so.
 */
export const matchedTo = (
  profile: Profile,
  pool: Choice,
  supported: ReadonlySet<Urn>,
): { readonly matched: readonly Profile[]; readonly isLoose: boolean } => {
  for (const widening of widenings) {
    const matched = nearTo(profile, { ...pool, widening }, supported);
    if (matched.length >= fewestMatches) return { matched, isLoose: widening > 1 };
  }
  return { matched: [], isLoose: true };
};
