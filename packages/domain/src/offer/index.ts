export * from "./command.ts";
export * from "./deadline.ts";
export * from "./decide.ts";
export * from "./evolve.ts";
export * from "./offer-id.ts";
export * from "./rule.ts";
export * from "./state.ts";
export * from "./transitions.ts";
