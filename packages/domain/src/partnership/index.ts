export * from "./partnership.ts";
export * from "./fit-weight.ts";
