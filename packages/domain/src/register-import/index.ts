export * from "./register-import.ts";
