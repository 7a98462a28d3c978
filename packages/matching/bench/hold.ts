import type { Plan } from "../src/index.ts";
import type { SizeName } from "../src/generate/generate.ts";

/** What each size of round is held to: how near to proved, within how much time of the processor. */
type Hold = {
  /** The largest gap allowed, as a share; 0 asks for proof. */
  readonly gap: number;
  readonly ms: number;
  /** The largest share of HiGHS's time in the same run; none where HiGHS cannot be compared. */
  readonly ofHighs?: number;
  readonly mib: number;
};

export const holds: Readonly<Record<SizeName, Hold>> = {
  zone: { gap: 0, ms: 1_000, ofHighs: 0.5, mib: 512 },
  area: { gap: 0, ms: 5_000, ofHighs: 0.5, mib: 512 },
  esussex: { gap: 0.002, ms: 10_000, mib: 512 },
  essex: { gap: 0.003, ms: 60_000, mib: 1024 },
  region: { gap: 0.01, ms: 120_000, mib: 2048 },
  country: { gap: 0.01, ms: 300_000, mib: 2048 },
};

/** The gap of each of the five criteria: four bands, then fit. */
export const gapsOf = ({ gaps }: Plan): readonly number[] => [...gaps.servedByBand, gaps.fit];

export type Measured = {
  readonly plan: Plan;
  readonly cpu: number;
  readonly mib: number;
  readonly faults: readonly string[];
  /** Our time over HiGHS's; nothing where HiGHS did not run. */
  readonly ofHighs?: number;
};

/** What a measured round falls short in, in words; empty where it holds. */
export const shortfalls = (size: SizeName, measured: Measured): readonly string[] => {
  const hold = holds[size];
  const { plan, cpu, mib, faults, ofHighs } = measured;
  const isNear = plan.proved || (hold.gap > 0 && plan.gap <= hold.gap);
  return [
    ...(isNear ? [] : [`gap ${(100 * plan.gap).toFixed(2)} %`]),
    ...(cpu > hold.ms ? [`${(cpu / 1000).toFixed(1)} s`] : []),
    ...(mib > hold.mib ? [`${mib.toFixed(0)} MiB`] : []),
    ...(faults.length > 0 ? [`${faults.length} faults`] : []),
    ...(hold.ofHighs !== undefined && (ofHighs ?? 0) > hold.ofHighs
      ? [`${ofHighs?.toFixed(2)} of HiGHS`]
      : []),
  ];
};
