export * from "./attachment.ts";
