export { openLinks, readLinks, readLinkType } from "./read.ts";
export { successionOf, type Succession, type SuccessionStep } from "./succession.ts";
