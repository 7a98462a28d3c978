import { copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { backUp, inspectBackup } from "@alongside/db";
import type { Command, Terminal } from "./command.ts";

const onServer =
  "The database is on a libSQL server: back it up and restore it with that server's own tools.";

/** `backup FILE`: the database as it stands, in one new file, checked after it was written. */
export const runBackup: Command = async (words, { databaseUrl: url, folder, say, complain }) => {
  const [word] = words;
  if (word === undefined || words.length > 1) {
    complain("say: backup FILE");
    return 2;
  }
  if (!url.startsWith("file:")) {
    complain(onServer);
    return 1;
  }
  const target = resolve(folder, word);
  await backUp(url, target);
  const { events, head } = await inspectBackup(target);
  say(`${target}: ${statSync(target).size} bytes, ${events} events. Head: ${head}`);
  return 0;
};

/** The write-ahead log belongs to the file that it stands beside: it must not be applied to another. */
const putInPlace = (source: string, target: string): string | undefined => {
  const kept = existsSync(target) ? `${target}.before-restore-${Date.now()}` : undefined;
  copyFileSync(source, `${target}.restoring`);
  if (kept !== undefined) renameSync(target, kept);
  if (kept !== undefined && existsSync(`${target}-wal`)) renameSync(`${target}-wal`, `${kept}-wal`);
  rmSync(`${target}-shm`, { force: true });
  renameSync(`${target}.restoring`, target);
  return kept;
};

/** `restore FILE`, while the product is stopped: checks the backup whole, keeps the present file, puts it in place. */
export const runRestore = async (
  words: readonly string[],
  { databaseUrl: url, folder, say, complain }: Terminal & { readonly databaseUrl: string },
): Promise<number> => {
  const [word] = words;
  if (word === undefined || words.length > 1) {
    complain("say: restore FILE");
    return 2;
  }
  if (!url.startsWith("file:")) {
    complain(onServer);
    return 1;
  }
  const source = resolve(folder, word);
  if (!existsSync(source)) throw new Error(`${source} is not there.`);
  const { events, head } = await inspectBackup(source).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : "it cannot be read";
    throw new Error(`${source} was not restored: ${reason}.`);
  });
  const kept = putInPlace(source, url.slice("file:".length));
  say(`Restored ${events} events. Head: ${head}`);
  if (kept !== undefined) say(`The file that was in its place is kept as ${kept}`);
  return 0;
};
