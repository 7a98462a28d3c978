export { acceptRepair } from "./accept-repair.ts";
export { compareRuns } from "./compare.ts";
export { dropRound, takeUpRound } from "./drop.ts";
export { showNeedInRun, tryByHand } from "./hand.ts";
export {
  listRounds,
  roundChoices,
  roundSorts,
  type RoundLine,
  type RoundQuestion,
} from "./list.ts";
export { adjustRound, closeRound, createRound, rescopeRound, type NewRound } from "./make.ts";
export { showMethod } from "./method.ts";
export {
  answerProposal,
  listProposals,
  noteAgreement,
  proposeRun,
  showProposal,
  takeBackProposal,
} from "./panel.ts";
export { keepPastRound, type PastRound } from "./past.ts";
export { showPlan, type ShownPlan } from "./plan.ts";
export { publishRound } from "./publish.ts";
export { replayRun } from "./replay.ts";
export { showScope } from "./scope.ts";
export { remindOfPanels } from "./remind.ts";
export { getRound } from "./show.ts";
export { showRepair } from "./show-repair.ts";
export { showSolving, solveRound, stopSolving } from "./solve.ts";
export type { RoundChanged, RoundSeen } from "./place.ts";
