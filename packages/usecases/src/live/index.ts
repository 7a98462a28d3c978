export { changesAfter, lastNumber, type Change, type Changes } from "./changes.ts";
export { presentAgain } from "./present.ts";
