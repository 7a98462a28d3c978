export * from "./ask.ts";
export * from "./clock.ts";
export * from "./command.ts";
export * from "./decide.ts";
export * from "./evolve.ts";
export * from "./need-id.ts";
export * from "./state.ts";
export * from "./transitions.ts";
