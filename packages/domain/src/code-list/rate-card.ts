import type { CodeEntry } from "./code-list.ts";

/** Money is whole pence; the share is the per cent of it that pays for brokering. */
export type Rate = CodeEntry & {
  readonly pencePerDay: number;
  readonly brokerageShare: number;
};

/** Default rates of a new partnership, each for a whole day. */
export const defaultRates: readonly Rate[] = [
  { code: "sle", label: "SLE", pencePerDay: 35_000, brokerageShare: 15 },
  { code: "lle", label: "LLE", pencePerDay: 45_000, brokerageShare: 15 },
  { code: "nle", label: "NLE", pencePerDay: 55_000, brokerageShare: 15 },
  { code: "diagnostic-day", label: "Diagnostic day", pencePerDay: 52_000, brokerageShare: 0 },
];

/**
 * What half-days cost, in pence, and how much of it is the brokerage share: a half-day costs half a day
 * (Product rules, code lists: rate card). Halves of a penny round up.
 */
export const chargeFor = (
  halfDays: number,
  rate: Pick<Rate, "pencePerDay" | "brokerageShare">,
): { readonly pence: number; readonly brokeragePence: number } => {
  const pence = Math.round((halfDays * rate.pencePerDay) / 2);
  return { pence, brokeragePence: Math.round((pence * rate.brokerageShare) / 100) };
};
