export type { Candidate } from "./rank.ts";
export { matchNeed, shortlistFor, type Match, type Shortlist } from "./shortlist.ts";
