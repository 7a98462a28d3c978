import type { MatchedSet } from "./effect.ts";
import { meanOf, type Profile, varianceOf } from "./school.ts";

/**
 * How far the measure moves by itself from a baseline like theirs. Schools picked in a bad year do better in the next
 * one, whoever supports them: regression to the mean (Galton 1886; Barnett, van der Pols and Dobson 2005).
 */
export type Drift = {
  /** Change of the supported schools, of the matched ones, and of all schools without support. */
  readonly supported: number;
  readonly matched: number;
  readonly everywhere: number;
  /** Baseline less the mean of the earlier years, among the supported schools. */
  readonly dip: number;
  /** Whether a bare before and after would mislead: the baseline lay well off earlier years, or schools alike moved back too. */
  readonly isLikely: boolean;
};

/** In standard deviations of the same figure among all schools. */
const markedDip = 0.5;
const markedDrift = 0.25;

const spread = (values: readonly number[]): number => Math.sqrt(varianceOf(values)) || 1;
const dipOf = ({ baseline, earlier }: Profile): number => baseline - earlier;

/** Change and dip among all schools without support: mean and standard deviation. */
export type Ordinary = {
  readonly change: number;
  readonly changeSpread: number;
  readonly dip: number;
  readonly dipSpread: number;
};

export const ordinaryOf = (profiles: readonly Profile[]): Ordinary => {
  const changes = profiles.map(({ change }) => change);
  const dips = profiles.map(dipOf);
  return {
    change: meanOf(changes),
    changeSpread: spread(changes),
    dip: meanOf(dips),
    dipSpread: spread(dips),
  };
};

export const driftOf = (sets: readonly MatchedSet[], ordinary: Ordinary): Drift => {
  const matched = meanOf(sets.map((set) => meanOf(set.matched.map(({ change }) => change))));
  const dip = meanOf(sets.map(({ supported }) => dipOf(supported)));
  return {
    supported: meanOf(sets.map(({ supported }) => supported.change)),
    matched,
    everywhere: ordinary.change,
    dip,
    isLikely:
      Math.abs(dip - ordinary.dip) > markedDip * ordinary.dipSpread ||
      Math.abs(matched - ordinary.change) > markedDrift * ordinary.changeSpread,
  };
};
