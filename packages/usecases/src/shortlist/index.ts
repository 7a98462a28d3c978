export { folds, shortlistSorts, type Fold, type ShortlistSort } from "./narrow.ts";
export { bringBackRule, setRuleAside } from "./override.ts";
export type { Candidate } from "./rank.ts";
export {
  listSentShortlists,
  openShortlist,
  rankShortlist,
  sendShortlist,
  withdrawShortlist,
} from "./to-head.ts";
export {
  compareLeaders,
  mapShortlist,
  matchNeed,
  shortlistFor,
  type Match,
  type Shortlist,
} from "./shortlist.ts";
