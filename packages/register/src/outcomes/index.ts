export { openKs2, readKs2 } from "./ks2.ts";
export { openLait, readLait } from "./lait.ts";
