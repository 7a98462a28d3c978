// The least that can answer a page: node:http, one SQLite file, the very statements of the page prepared once, and its answer turned into text. It
// knows no session and no right, and makes nothing out of what it reads. (node:sqlite: better-sqlite3 is not built for every machine.)
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { DatabaseSync } from "node:sqlite";
import type { Recorded } from "./scale-statement.ts";

const database = new DatabaseSync(process.env["FLOOR_DATABASE"] ?? "", { readOnly: true });
/** Guarantee: the bench wrote this file. */
const recorded = JSON.parse(readFileSync(process.env["FLOOR_PAGES"] ?? "", "utf8")) as Readonly<
  Record<string, Recorded>
>;
const pages = new Map(
  Object.entries(recorded).map(([path, { statements, answer }]) => [
    path,
    {
      answer,
      statements: statements.map(({ sql, args }) => ({ statement: database.prepare(sql), args })),
    },
  ]),
);

const server = createServer((request, response) => {
  const page = pages.get((request.url ?? "").slice(1));
  for (const { statement, args } of page?.statements ?? []) statement.all(...args);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ result: { data: page?.answer } }));
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  console.log(`The floor is at http://127.0.0.1:${port}`);
});
process.once("SIGTERM", () => process.exit(0));
