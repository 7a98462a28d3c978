export * from "./follow-up.ts";
export * from "./measure.ts";
export * from "./progress.ts";
