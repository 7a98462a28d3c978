import type { Side } from "../deployment/state.ts";

export const caseStudyStates = ["draft", "asked", "agreed", "withdrawn"] as const;
/** Told to others only once both sides have agreed to the very words. */
export type CaseStudyState = (typeof caseStudyStates)[number];

/** Who still has to agree to a case study that is out for consent (Product rules, §3: impact). */
export const consentMissing = (given: {
  readonly schoolConsentAt: string | null;
  readonly leaderConsentAt: string | null;
}): readonly Side[] => [
  ...(given.schoolConsentAt === null ? (["supported-school"] as const) : []),
  ...(given.leaderConsentAt === null ? (["leader"] as const) : []),
];
