import type { Server } from "node:http";
import { createAuth } from "@alongside/auth";
import { openDatabase, type Database } from "@alongside/db";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareRace, raceSecret } from "../../bench/race-world.ts";
import { inspectRace, runRace } from "../../bench/race.ts";
import { openFileStore } from "../file-store.ts";
import { createPrinter } from "../pdf/print.ts";
import { createApp } from "../app.ts";
import { newId } from "../open.ts";
import { serverFor } from "../turn.ts";

let database: TestDatabase;
let other: Database;
let servers: readonly Server[] = [];
let webFolder: string;

const listenOver = (given: Database): Promise<Server> =>
  new Promise((up) => {
    const app = createApp({
      database: given,
      auth: createAuth({ database: given, now: Date.now, secret: raceSecret }),
      log: pino({ level: "silent" }),
      now: Date.now,
      newId,
      origin: undefined,
      showsMailbox: false,
      webFolder,
      files: openFileStore(webFolder),
      printPdf: createPrinter({ chromium: undefined, patience: 1 }),
    });
    const made = serverFor(app).listen(0, "127.0.0.1", () => up(made));
  });

const addressOf = (server: Server): string => {
  const place = server.address();
  return `http://127.0.0.1:${typeof place === "object" && place !== null ? place.port : 0}`;
};

beforeEach(async () => {
  webFolder = mkdtempSync(join(tmpdir(), "alongside-race-"));
  writeFileSync(join(webFolder, "index.html"), "<!doctype html>");
  database = await freshDatabase();
  other = openDatabase({ url: database.url });
  servers = await Promise.all([listenOver(database), listenOver(other)]);
});
afterEach(() => {
  for (const server of servers) {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  }
  other.close();
  database.drop();
  rmSync(webFolder, { recursive: true });
});

describe("many at once for the last half-days, over HTTP and two handles on one file", () => {
  it(
    "exactly as many win as there are, all others get a clean conflict, and a repeat changes nothing",
    { timeout: 120_000 },
    async () => {
      const world = await prepareRace(database, { needs: 40, halfDays: 3 });
      const result = await runRace(servers.map(addressOf), world, 40);
      expect(result.sends).toEqual({ 200: 3, 409: 37 });
      expect(result.accepts).toEqual({ 200: 3, 409: 37 });
      expect(result.repeats).toEqual({ 200: 15 });
      expect(result.strayReplies).toBe(0);
      expect(await inspectRace(database)).toEqual({
        held: 3,
        free: 0,
        offers: 3,
        accepted: 3,
        released: 3,
        offeredNeeds: 3,
        chainFault: null,
      });
    },
  );
});
