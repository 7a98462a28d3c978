export * from "./database.ts";
export * from "./proof.ts";
export { onceInRun } from "./run.ts";
export { freshFile, type Place } from "./file.ts";
export { freePort, freshServer, hasLibsql, startLibsql, type LibsqlServer } from "./server.ts";
