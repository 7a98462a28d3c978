export * from "./command.ts";
export * from "./concern-id.ts";
export * from "./decide.ts";
export * from "./evolve.ts";
export * from "./letter.ts";
export * from "./state.ts";
export * from "./transitions.ts";
