/** The hard rules that a leader passes to be offered a need, in the order in which pages show them (Product rules, §3: eligibility). */
export const eligibilityRules = [
  "designation",
  "current",
  "days",
  "schools",
  "phase",
  "expertise",
  "distance",
  "different-school",
  "different-trust",
  "no-conflict",
  "not-excluded",
  "not-declined",
  "home-release",
] as const;
export type EligibilityRule = (typeof eligibilityRules)[number];

const overridable: readonly EligibilityRule[] = [
  "designation",
  "different-trust",
  "distance",
  "home-release",
];

/** Whether a coordinator may set a rule aside with a recorded reason (Product rules, §3: eligibility). */
export const isOverridable = (rule: EligibilityRule): boolean => overridable.includes(rule);
