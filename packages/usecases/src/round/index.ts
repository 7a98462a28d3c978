export { adjustRound, closeRound, createRound, rescopeRound, type NewRound } from "./make.ts";
export { replayRun } from "./replay.ts";
export { showSolving, solveRound, stopSolving } from "./solve.ts";
export type { RoundChanged, RoundSeen } from "./place.ts";
