/** For tests and benches alone: what is timed, beside others that must take as long. */
export type Work = () => Promise<unknown>;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Turns = {
  readonly rounds: number;
  readonly before?: Work;
  /** Milliseconds on a clock of the caller's. */
  readonly clock: () => number;
};

/** The works take turns, each time in another order, so that whatever else the machine does slows them all down alike. */
export const timeInTurns = async (
  works: readonly Work[],
  times: readonly number[][],
  { rounds, before, clock }: Turns,
): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < works.length; turn += 1) {
      const i = (round + turn) % works.length;
      await before?.();
      const begun = clock();
      await works[i]?.();
      times[i]?.push(clock() - begun);
    }
  }
};

export type Compared = { readonly ratio: number; readonly medians: readonly number[] };

/**
 * The longest median time over the shortest. While it is above the limit more is measured, and judged with all before: noise
 * evens out, a difference stays.
 */
export const compareMedians = async (
  works: readonly Work[],
  given: Turns & { readonly limit: number; readonly mostBatches: number },
): Promise<Compared> => {
  const times = works.map(() => [] as number[]);
  for (let batch = 1; ; batch += 1) {
    await timeInTurns(works, times, given);
    const medians = times.map(median);
    const ratio = Math.max(...medians) / Math.min(...medians);
    if (ratio <= given.limit || batch === given.mostBatches) return { ratio, medians };
  }
};
