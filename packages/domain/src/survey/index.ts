export * from "./answer.ts";
export * from "./result.ts";
export * from "./survey-id.ts";
export * from "./survey.ts";
