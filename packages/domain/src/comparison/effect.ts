import { leastSquares } from "./least-squares.ts";
import { meanOf, type Profile, varianceOf } from "./school.ts";
import { studentFactor } from "./student.ts";

/** A school with support and the schools alike without it. */
export type MatchedSet = {
  readonly supported: Profile;
  readonly matched: readonly Profile[];
  /** Fewer than eight schools were near: some a little farther off are among them. */
  readonly isLoose: boolean;
};

/** In the unit of the measure: by how much more it changed than among schools alike, with the interval of 95 %. */
export type Estimate = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
};

export type ChangeOf = (profile: Profile) => number;

/**
 * What change the traits of a school lead one to expect, from the schools without support. Matches are near but never
 * the same; what is left between them is taken out (Abadie and Imbens 2011, bias-corrected matching).
 */
export const expectedChange = (pool: readonly Profile[]): ChangeOf => {
  const rowOf = ({ baseline, earlier, logPupils, fsm }: Profile): readonly number[] => [
    1,
    baseline,
    earlier,
    logPupils,
    fsm,
  ];
  const fit = leastSquares(
    pool.map(rowOf),
    pool.map(({ change }) => change),
  );
  return (profile) =>
    rowOf(profile).reduce((sum, cell, index) => sum + cell * (fit[index] ?? 0), 0);
};

type Spread = { readonly share: number; readonly variances: number[] };

/** Schools without support that stand in several sets count for what they weigh in all of them together. */
const sharesOf = (
  sets: readonly MatchedSet[],
  variances: readonly number[],
): ReadonlyMap<number, Spread> => {
  const shares = new Map<number, Spread>();
  for (const [index, { matched }] of sets.entries()) {
    for (const { school } of matched) {
      const known = shares.get(school.urn) ?? { share: 0, variances: [] };
      known.variances.push(variances[index] ?? 0);
      shares.set(school.urn, { ...known, share: known.share + 1 / matched.length });
    }
  }
  return shares;
};

/**
 * The mean difference in differences of the sets. Each school is one change, so that its years do not count as several
 * schools (Bertrand, Duflo and Mullainathan 2004); the spread of a supported school is that of its matched ones, so that
 * one supported school is enough (Abadie and Imbens 2006, conditional variance; Conley and Taber 2011 on few treated).
 */
export const estimateOf = (sets: readonly MatchedSet[], change: ChangeOf): Estimate => {
  const differences = sets.map(
    ({ supported, matched }) => change(supported) - meanOf(matched.map(change)),
  );
  const variances = sets.map(({ matched }) => varianceOf(matched.map(change)));
  const shares = sharesOf(sets, variances);
  const ofSupported = variances.reduce((sum, variance) => sum + variance, 0);
  const ofMatched = [...shares.values()].reduce(
    (sum, each) => sum + each.share ** 2 * meanOf(each.variances),
    0,
  );
  const value = meanOf(differences);
  const standardError = Math.sqrt(ofSupported + ofMatched) / sets.length;
  const margin = studentFactor(Math.max(shares.size - 1, 1)) * standardError;
  return { value, low: value - margin, high: value + margin, standardError };
};
