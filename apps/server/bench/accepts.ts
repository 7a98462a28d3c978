import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openDatabase } from "@alongside/db";
import { openProduct } from "../src/open.ts";
import { prepareRace, raceSecret } from "./race-world.ts";
import { inspectRace, runRace, warmUp } from "./race.ts";
import { startServing, stopServing, type Running } from "./serving.ts";

const [given = "1000", lastHalfDays = "40"] = process.argv.slice(2);
const requests = Number(given);
const halfDays = Number(lastHalfDays);
/** Milliseconds for which one request may keep all others waiting. */
const longestStall = 50;
const server = resolve(import.meta.dirname, "../src/main.ts");
const watch = resolve(import.meta.dirname, "watch-loop.ts");

const startServer = (folder: string): Promise<Running> =>
  startServing({
    script: server,
    watch,
    environment: {
      NODE_ENV: "development",
      DATABASE_URL: `file:${join(folder, "race.db")}`,
      PORT: "0",
      DEMONSTRATION: "no",
      SECRET: raceSecret,
      WEB_FOLDER: folder,
    },
  });

type Stall = { readonly own: number; readonly clock: number };

const stopServer = async (running: Running): Promise<Stall> => {
  await stopServing(running);
  const [, own, clock] = /longest stall ([\d.]+) by the clock ([\d.]+)/.exec(running.text()) ?? [];
  return { own: Number(own), clock: Number(clock) };
};

const race = async (processes: number): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-race-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  const url = `file:${join(folder, "race.db")}`;
  const product = await openProduct({ database: { url, authToken: undefined } });
  const world = await prepareRace(product.database, { needs: requests, halfDays });
  product.database.close();
  const servers = await Promise.all(Array.from({ length: processes }, () => startServer(folder)));
  const addresses = servers.map(({ address }) => address);
  await warmUp(addresses, world);
  for (const { child } of servers) child.kill("SIGUSR2");
  const result = await runRace(addresses, world, requests);
  const stalls = await Promise.all(servers.map(stopServer));
  const database = openDatabase({ url });
  const books = await inspectRace(database);
  database.close();
  rmSync(folder, { recursive: true, force: true });
  const isRight =
    result.sends[200] === halfDays &&
    result.sends[409] === requests - halfDays &&
    result.accepts[200] === halfDays &&
    result.accepts[409] === requests - halfDays &&
    result.repeats[200] === halfDays * 5 &&
    result.strayReplies === 0 &&
    books.held === halfDays &&
    books.free === 0 &&
    books.released === halfDays &&
    books.chainFault === null &&
    stalls.every(({ own }) => own < longestStall);
  const words = processes === 1 ? "1 process" : `${processes} processes`;
  process.stdout.write(
    `\n${words}, ${requests} at once for the last ${halfDays} half-days\n` +
      `  offers sent      ${JSON.stringify(result.sends)}\n` +
      `  accepts          ${JSON.stringify(result.accepts)}\n` +
      `  releases, 5 each ${JSON.stringify(result.repeats)}, ${result.strayReplies} replies that differ\n` +
      `  books            ${JSON.stringify(books)}\n` +
      `  longest stall    ${stalls.map(({ own }) => own).join(", ")} ms of its own work, ` +
      `${stalls.map(({ clock }) => clock).join(", ")} ms by the clock of a machine with load ${loadavg()[0]?.toFixed(1)}\n` +
      `  all of it took   ${result.seconds.toFixed(1)} s: ${isRight ? "right" : "WRONG"}\n`,
  );
  return isRight;
};

const outcomes = [await race(1), await race(4)];
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
