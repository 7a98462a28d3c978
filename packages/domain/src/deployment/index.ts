export * from "./agreement.ts";
export * from "./command.ts";
export * from "./decide.ts";
export * from "./deployment-id.ts";
export * from "./evolve.ts";
export * from "./state.ts";
export * from "./transitions.ts";
