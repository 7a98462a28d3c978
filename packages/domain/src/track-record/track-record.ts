/** How one finished piece of work came out, as a share from 0 (nothing came of it) to 1 (all that was hoped for). */
export type FinishedWork = {
  readonly leader: string;
  /** Code of the area of expertise that it was mainly about. */
  readonly area: string;
  readonly result: number;
};

/** What is known of a leader in one area of expertise: shrunk towards the partnership's mean the more, the less there is. */
export type TrackRecord = {
  readonly leader: string;
  readonly area: string;
  readonly works: number;
  /** From 0 to 1, with the interval that holds it with 95 %. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How much of the value is the leader's own: 0 is all the partnership's mean, 1 all the leader's. */
  readonly weight: number;
};

export type Prior = {
  readonly mean: number;
  /** Variance of single results around their leader's own level, and of those levels around the mean. */
  readonly within: number;
  readonly between: number;
  readonly works: number;
};

/** Fewer finished pieces of work than this say nothing that could be shown of a person. */
export const fewestWorks = 3;

const normal = 1.959963984540054;
/** Where nothing can be learned of the spread: half of the range as standard deviation, and leaders as good as alike. */
const unknownWithin = 0.0625;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const squares = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};

const keyOf = ({ leader, area }: Pick<FinishedWork, "leader" | "area">): string =>
  `${leader} ${area}`;

const groupsOf = (works: readonly FinishedWork[]) => [...Map.groupBy(works, keyOf).values()];

/**
 * The partnership's mean, and how far results and leaders lie apart, by the moments of a one-way analysis of variance
 * (Efron and Morris 1975; Morris 1983, parametric empirical Bayes).
 */
export const priorOf = (works: readonly FinishedWork[]): Prior => {
  if (works.length === 0) return { mean: 0.5, within: unknownWithin, between: 0, works: 0 };
  const results = works.map(({ result }) => result);
  const groups = groupsOf(works).map((group) => group.map(({ result }) => result));
  const mean = meanOf(results);
  const repeated = works.length - groups.length;
  const inside = groups.reduce((sum, group) => sum + squares(group), 0);
  const within = repeated < 2 ? unknownWithin : Math.max(inside / repeated, 0.005);
  if (groups.length < 3) return { mean, within, between: 0, works: works.length };
  const sizes = groups.map((group) => group.length);
  const effective =
    (works.length - sizes.reduce((sum, size) => sum + size ** 2, 0) / works.length) /
    (groups.length - 1);
  const apart = groups.reduce((sum, group) => sum + group.length * (meanOf(group) - mean) ** 2, 0);
  const between = Math.max((apart / (groups.length - 1) - within) / effective, 0);
  return { mean, within, between, works: works.length };
};

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** One leader's record in one area, shrunk; somebody without any finished work there has the partnership's mean. */
export const shrink = (
  named: Pick<FinishedWork, "leader" | "area">,
  results: readonly number[],
  prior: Prior,
): TrackRecord => {
  const works = results.length;
  const weight = works === 0 ? 0 : prior.between / (prior.between + prior.within / works);
  const value = works === 0 ? prior.mean : weight * meanOf(results) + (1 - weight) * prior.mean;
  const ofMean = prior.works === 0 ? unknownWithin : (prior.between + prior.within) / prior.works;
  const variance = prior.between * (1 - weight) + (1 - weight) ** 2 * ofMean;
  const margin = normal * Math.sqrt(variance);
  return {
    leader: named.leader,
    area: named.area,
    works,
    value: clamp(value),
    low: clamp(value - margin),
    high: clamp(value + margin),
    weight,
  };
};

/** The record of each leader in each area in which work was finished (Product rules, impact: track record). */
export const trackRecords = (works: readonly FinishedWork[]): readonly TrackRecord[] => {
  const prior = priorOf(works);
  return groupsOf(works).flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [
          shrink(
            first,
            group.map(({ result }) => result),
            prior,
          ),
        ];
  });
};
