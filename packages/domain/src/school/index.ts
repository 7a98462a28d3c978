export * from "./school.ts";
export * from "./link.ts";
export * from "./trust.ts";
export * from "./inspection.ts";
export * from "./outcome.ts";
export * from "./search-words.ts";
export * from "./la-codes.ts";
