export { openGias, readGias, type GiasOptions } from "./read.ts";
export { deriveSetting, type PlaceFacts } from "./setting.ts";
