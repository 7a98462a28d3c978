export * from "./command.ts";
export * from "./decide.ts";
export * from "./evolve.ts";
export * from "./state.ts";
export * from "./time.ts";
export * from "./transitions.ts";
export * from "./visit-id.ts";
