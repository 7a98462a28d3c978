export * from "./file-name.ts";
export * from "./register-import.ts";
