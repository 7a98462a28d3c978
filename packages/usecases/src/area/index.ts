export { changeArea, listEveryArea, type AreaChange } from "./change.ts";
export { createArea, type NewArea } from "./create.ts";
export { listMyAreas, openArea } from "./open.ts";
