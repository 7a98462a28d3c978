export * from "./partnership.ts";
