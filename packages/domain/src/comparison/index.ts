export * from "./compare.ts";
export type { Estimate, MatchedSet } from "./effect.ts";
export { fewestMatches, mostMatches } from "./match.ts";
export type { Drift } from "./regression.ts";
export * from "./school.ts";
