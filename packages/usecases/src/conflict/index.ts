export { recordFound, type ConflictChanged } from "./apply.ts";
export {
  blockingConflicts,
  conflictsOfPair,
  readConflictBook,
  type ConflictBook,
  type Pairing,
  type StandingConflict,
} from "./book.ts";
export { decideAbout, revisitConflict, type ConflictSeen } from "./decide.ts";
export {
  declareInterest,
  listConflictChoices,
  raiseConflict,
  type Declaration,
} from "./declare.ts";
export { requireNoConflict, standingConflicts, type Pair } from "./pair.ts";
export {
  conflictSorts,
  getConflict,
  listConflicts,
  type ConflictLine,
  type ConflictQuestion,
} from "./register.ts";
export { getInterest, withdrawInterest, type Withdrawal } from "./withdraw.ts";
