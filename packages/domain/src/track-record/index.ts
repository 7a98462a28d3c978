export * from "./result.ts";
export * from "./track-record.ts";
