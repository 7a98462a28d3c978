export type { Candidate } from "./rank.ts";
export { shortlistFor, type Shortlist } from "./shortlist.ts";
