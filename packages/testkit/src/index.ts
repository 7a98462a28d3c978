export * from "./database.ts";
export * from "./proof.ts";
export { freshFile } from "./file.ts";
export { freePort, hasLibsql, startLibsql, type LibsqlServer } from "./server.ts";
