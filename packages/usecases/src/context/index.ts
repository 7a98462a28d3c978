export { isOutage } from "@alongside/db";
export * from "./context.ts";
export * from "./refused-error.ts";
