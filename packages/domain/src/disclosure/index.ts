export * from "./disclosure.ts";
