export { openTrusts, readTrusts } from "./read.ts";
