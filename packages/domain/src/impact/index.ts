export * from "./alert.ts";
export * from "./case-study.ts";
export * from "./evaluation.ts";
export * from "./follow-up-answer.ts";
export * from "./follow-up.ts";
export * from "./measure.ts";
export * from "./progress.ts";
export * from "./refusal.ts";
