import { chargeFor } from "../code-list/rate-card.ts";
import type { FundingLine } from "./agreement.ts";

/** What a source of funding owes for the half-days that it pays for, in whole pence. */
export type Charge = FundingLine & {
  readonly delivered: number;
  readonly pence: number;
  readonly brokeragePence: number;
};

/**
 * Delivered half-days fill the funding lines in their order: each pays for what it agreed to, and the last for what is
 * over (Product rules, §2: deployment, funding lines).
 */
export const chargesOf = (
  funding: readonly FundingLine[],
  delivered: number,
): readonly Charge[] => {
  let left = delivered;
  return funding.map((line, index) => {
    const own = index === funding.length - 1 ? left : Math.min(line.halfDays, left);
    left -= own;
    return { ...line, delivered: own, ...chargeFor(own, line) };
  });
};
