export * from "./decision.ts";
export * from "./detect.ts";
