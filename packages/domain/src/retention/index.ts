export * from "./hold.ts";
export * from "./rule.ts";
