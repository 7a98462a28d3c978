export * from "./command.ts";
export * from "./decide.ts";
export * from "./evolve.ts";
export * from "./round-id.ts";
export * from "./state.ts";
export * from "./transitions.ts";
