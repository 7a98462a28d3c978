import type { FitWeight } from "../partnership/index.ts";

/**
 * What counts in a round. Second leaders are not asked for; likeness of schools and ways of working differ from pair to pair, and the format in
 * which a round is solved has no place for them: they are the shortlist's alone (Product rules, §3: fit score).
 */
export const roundWeights = [
  "level",
  "secondary",
  "impact",
  "sameZone",
  "sameLa",
  "distance",
  "prefer",
  "continuity",
  "providerPref",
  "load",
] as const satisfies readonly FitWeight[];

export const shortlistOnlyWeights = ["context", "workMode"] as const satisfies readonly FitWeight[];
