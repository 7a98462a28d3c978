import type { Branch } from "./pool-branch.ts";

/** What a decision cost on either side so far, in points for each unit that the fractional plan had to give up, and how often. */
type Record = { up: number; ups: number; down: number; downs: number };

/** How much decisions lowered the bound so far (pseudo-costs, Benichou et al. 1971), by decision. */
export type PseudoCosts = { readonly records: Map<number, Record> };

export const noPseudoCosts = (): PseudoCosts => ({ records: new Map() });

const keyOf = ({ kind, index }: Branch): number => index * 2 + (kind === "served" ? 1 : 0);

const recordOf = ({ records }: PseudoCosts, branch: Branch): Record => {
  const key = keyOf(branch);
  const record = records.get(key) ?? { up: 0, ups: 0, down: 0, downs: 0 };
  records.set(key, record);
  return record;
};

/** Notes by how many points a decision lowered the bound. */
export const learn = (
  costs: PseudoCosts,
  branch: Branch,
  at: { up: boolean; drop: number },
): void => {
  const record = recordOf(costs, branch);
  if (at.up) {
    record.up += at.drop / (1 - branch.level);
    record.ups++;
  } else {
    record.down += at.drop / branch.level;
    record.downs++;
  }
};

type Mean = { readonly up: number; readonly down: number };

/** What decisions cost on average, for those that were never taken. */
export const meanCosts = ({ records }: PseudoCosts): Mean => {
  const sum = { up: 0, ups: 0, down: 0, downs: 0 };
  for (const { up, ups, down, downs } of records.values()) {
    if (ups > 0) {
      sum.up += up / ups;
      sum.ups++;
    }
    if (downs > 0) {
      sum.down += down / downs;
      sum.downs++;
    }
  }
  return { up: sum.up / Math.max(1, sum.ups), down: sum.down / Math.max(1, sum.downs) };
};

export type Estimate = {
  /** Points by which the bound should fall. */
  readonly up: number;
  readonly down: number;
  /** How often the side was taken that was taken less. */
  readonly times: number;
};

/** What a decision should cost on both sides. */
export const estimate = (costs: PseudoCosts, branch: Branch, mean: Mean): Estimate => {
  const { up, ups, down, downs } = recordOf(costs, branch);
  return {
    up: (ups > 0 ? up / ups : mean.up) * (1 - branch.level),
    down: (downs > 0 ? down / downs : mean.down) * branch.level,
    times: Math.min(ups, downs),
  };
};
