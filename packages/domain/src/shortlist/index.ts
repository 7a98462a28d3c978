export * from "./card.ts";
export * from "./likeness.ts";
export * from "./ranking.ts";
export * from "./share.ts";
