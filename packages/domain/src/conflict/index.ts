export * from "./decision.ts";
export * from "./detect.ts";
export * from "./interest.ts";
