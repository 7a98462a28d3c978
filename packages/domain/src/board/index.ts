export * from "./cause.ts";
export * from "./fact.ts";
export * from "./figure.ts";
export * from "./figures.ts";
export * from "./reader.ts";
export * from "./statistic.ts";
export { isSmall, smallest } from "./suppress.ts";
export * from "./words.ts";
