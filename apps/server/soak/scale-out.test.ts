import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Server } from "node:http";
import { createAuth } from "@alongside/auth";
import { openDatabase, type Database } from "@alongside/db";
import { freshServer, hasLibsql, type Place } from "@alongside/testkit";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { raceSecret } from "../bench/race-world.ts";
import { inspectRace, runRace } from "../bench/race.ts";
import { createApp } from "../src/app.ts";
import { openFileStore } from "../src/file-store.ts";
import { newId } from "../src/open.ts";
import { createPrinter } from "../src/pdf/print.ts";
import { endPart, hearAcross, shareSessions } from "./across.ts";
import { addCouple, prepareSoak } from "./world.ts";
import { serverFor } from "../src/turn.ts";

/* The small version of `pnpm soak:scale-out`: two apps, each with connections of its own, over one libSQL server. */

let folder: string;
let libsql: Place | undefined;
let databases: readonly Database[] = [];
let servers: readonly Server[] = [];

const listenOver = (database: Database): Promise<Server> =>
  new Promise((up) => {
    const app = createApp({
      database,
      auth: createAuth({ database, now: Date.now, secret: raceSecret }),
      log: pino({ level: "silent" }),
      now: Date.now,
      newId,
      origin: undefined,
      showsMailbox: false,
      webFolder: folder,
      files: openFileStore(folder),
      printPdf: createPrinter({ chromium: undefined, patience: 1 }),
    });
    const made = serverFor(app).listen(0, "127.0.0.1", () => up(made));
  });

const addressOf = (server: Server): string => {
  const place = server.address();
  return `http://127.0.0.1:${typeof place === "object" && place !== null ? place.port : 0}`;
};

beforeEach(async () => {
  if (!hasLibsql()) return;
  folder = mkdtempSync(join(tmpdir(), "alongside-scale-out-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  libsql = await freshServer();
  const { url } = libsql;
  databases = [openDatabase({ url }), openDatabase({ url })];
  servers = await Promise.all(databases.map(listenOver));
});
afterEach(() => {
  for (const server of servers) {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  }
  for (const database of databases) database.close();
  libsql?.remove();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

it.skipIf(!hasLibsql())(
  "two processes over one libSQL server share sessions and their ends, hear each other, and oversell nothing",
  { timeout: 120_000 },
  async () => {
    const [database] = databases;
    if (database === undefined) throw new Error("there is no database");
    const world = await prepareSoak(database, { writers: 2, needs: 6, halfDays: 2 });
    const { administrator } = await addCouple(database);
    const [one = "", other = ""] = servers.map(addressOf);
    const pair = { one, other, world, administrator };
    expect(await shareSessions(pair, 1)).toEqual({ times: 1, good: 1, refused: 1, lag: 0 });
    expect(await endPart(pair)).toBe(true);
    expect(await hearAcross(pair, 1)).toMatchObject({ times: 1, heard: 1 });
    const race = await runRace([one, other], world, 6);
    expect(race.sends).toEqual({ 200: 2, 409: 4 });
    expect(race.accepts).toEqual({ 200: 2, 409: 4 });
    expect(race.repeats).toEqual({ 200: 10 });
    expect(race.strayReplies).toBe(0);
    expect(await inspectRace(database)).toMatchObject({ held: 2, free: 0, chainFault: null });
  },
);
