export * from "./grid.ts";
export * from "./postcode.ts";
