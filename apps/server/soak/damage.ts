import {
  copyFileSync,
  openSync,
  closeSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { run } from "../src/cli/run.ts";
import { raceSecret } from "../bench/race-world.ts";
import type { Ground } from "./ground.ts";
import { endServer, startServer } from "./server.ts";
import { prepareSoak } from "./world.ts";

export type Damaged = {
  readonly pages: number;
  readonly refused: number;
  /** What the start said about the last one. */
  readonly words: string;
  readonly tornBackups: number;
  readonly tornRefused: number;
};

const pageSize = 4_096;

const spoilPage = (path: string, page: number): void => {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(pageSize, 0xa5), 0, pageSize, page * pageSize);
  closeSync(file);
};

/** Overwrites one page after the other of a database at rest: no start serves from it. */
const startOnDamage = async (ground: Ground, count: number) => {
  const whole = readFileSync(ground.path);
  const pages = whole.length / pageSize;
  let [refused, words] = [0, ""];
  for (let turn = 0; turn < count; turn += 1) {
    writeFileSync(ground.path, whole);
    spoilPage(ground.path, 1 + Math.floor(((pages - 1) * turn) / count));
    try {
      await endServer(await startServer({ url: ground.url, folder: ground.folder }));
    } catch (error) {
      refused += 1;
      words = error instanceof Error ? error.message.trim() : String(error);
    }
  }
  writeFileSync(ground.path, whole);
  return { pages: count, refused, words };
};

const restoreTorn = async (ground: Ground, count: number) => {
  const database = { url: ground.url, authToken: undefined };
  const quiet = { say: () => undefined, complain: () => undefined, folder: ground.folder };
  const alongside = (...words: readonly string[]) =>
    run(words, { database, secret: raceSecret }, quiet);
  const backup = join(ground.folder, "whole.db");
  await alongside("backup", backup);
  const { size } = statSync(backup);
  let tornRefused = 0;
  for (let turn = 1; turn <= count; turn += 1) {
    const torn = join(ground.folder, `torn-${turn}.db`);
    copyFileSync(backup, torn);
    const length = Math.floor((size * turn) / (count + 1));
    writeFileSync(torn, readFileSync(backup).subarray(0, length));
    if ((await alongside("restore", torn)) !== 0) tornRefused += 1;
  }
  return { tornBackups: count, tornRefused };
};

/** Damaged pages and torn backups: neither is ever served from. */
export const runDamage = async (ground: Ground, count: number): Promise<Damaged> => {
  await ground.using(async (database) => {
    await prepareSoak(database, { writers: 2, needs: 50 });
    await database.client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  });
  return { ...(await startOnDamage(ground, count)), ...(await restoreTorn(ground, count)) };
};
