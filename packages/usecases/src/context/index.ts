export * from "./context.ts";
export * from "./refused-error.ts";
