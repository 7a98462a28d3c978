export * from "./ask.ts";
export * from "./count.ts";
export * from "./judgement.ts";
export * from "./review-id.ts";
export * from "./review.ts";
