export { placeHold, releaseHold } from "./hold.ts";
export { changeRule } from "./rule.ts";
export { runRetention, tryRetention, type KindOutcome } from "./run.ts";
export { showRetention } from "./show.ts";
