import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { backUp, inspectBackup } from "@alongside/db";
import type { Command, Terminal } from "./command.ts";

const onServer =
  "The database is on a libSQL server: back it up and restore it with that server's own tools.";

/** Where the contents of attached files lie beside a backup. */
export const filesBeside = (file: string): string => `${file}.files`;

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith(".part"))
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : [];

/** The contents beside the backup before this one, which may share theirs. */
const filesBefore = (target: string): string | undefined => {
  const own = basename(filesBeside(target));
  if (!existsSync(dirname(target))) return undefined;
  const others = readdirSync(dirname(target)).filter(
    (name) => name.endsWith(".db.files") && name !== own,
  );
  const last = others.toSorted().at(-1);
  return last === undefined ? undefined : join(dirname(target), last);
};

const copyOne = (from: string, to: string, shared: string | undefined): void => {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    if (shared !== undefined && existsSync(shared)) return linkSync(shared, to);
  } catch {
    // A file system that knows no links takes a copy.
  }
  copyFileSync(from, to);
};

/** Contents never change: what is there already is not copied again, and what an earlier backup holds takes no more room. */
const copyContents = (from: string, to: string, before?: string): void => {
  for (const name of filesIn(from)) {
    if (existsSync(join(to, name))) continue;
    copyOne(join(from, name), join(to, name), before && join(before, name));
  }
};

/**
 * `backup FILE`: the database as it stands, in one new file, checked after it was written, and beside it the contents of attached files.
 * They are copied before and after, so that what was added or removed meanwhile is there.
 */
export const runBackup: Command = async (words, line) => {
  const { databaseUrl: url, filesFolder, folder, say, complain } = line;
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
  if (existsSync(target))
    throw new Error(`${target} is there already: a backup is never written over.`);
  const before = filesBefore(target);
  copyContents(filesFolder, filesBeside(target), before);
  // What has the name of a backup is whole and was checked, whatever happens meanwhile.
  const begun = `${target}.part`;
  rmSync(begun, { force: true });
  await backUp(url, begun);
  copyContents(filesFolder, filesBeside(target), before);
  const { events, head } = await inspectBackup(begun);
  renameSync(begun, target);
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
  line: Terminal & { readonly databaseUrl: string; readonly filesFolder: string },
): Promise<number> => {
  const { databaseUrl: url, filesFolder, folder, say, complain } = line;
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
  copyContents(filesBeside(source), filesFolder);
  say(`Restored ${events} events. Head: ${head}`);
  if (kept !== undefined) say(`The file that was in its place is kept as ${kept}`);
  return 0;
};
