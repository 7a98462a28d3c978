export { isOutage } from "@alongside/db";
export * from "./context.ts";
export { digestOf, findKept, once, type RequestKey } from "./once.ts";
export * from "./refused-error.ts";
