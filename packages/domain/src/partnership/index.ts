export * from "./partnership.ts";
export * from "./boundary.ts";
export * from "./fit-weight.ts";
export * from "./money.ts";
export * from "./naming.ts";
export * from "./term-dates.ts";
export * from "./fixed-list.ts";
