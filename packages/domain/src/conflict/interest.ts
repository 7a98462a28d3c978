/** What ties a person to a school (Product rules, §3: conflict of interest). */
export const interestKinds = [
  "past-employment",
  "governor",
  "reciprocal-support",
  "other",
] as const;
export type InterestKind = (typeof interestKinds)[number];
