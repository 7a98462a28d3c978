import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Logger } from "pino";
import { filesBeside } from "../cli/backup.ts";
import type { Job } from "./repeat.ts";

const commands = resolve(import.meta.dirname, "../cli/main.ts");
const minute = 60_000;

/** How backups are made by themselves: where to, how far apart in milliseconds, and how many are kept. */
export type BackupPlan = {
  readonly folder: string;
  readonly every: number;
  readonly keep: number;
};

export type MadeBackup = { readonly path: string; readonly at: number };

const named = /^alongside-[\dTZ-]+\.db$/;

/** `alongside-2026-06-02T10-00-00-000Z.db`: what is listed by name is listed by age. */
const nameAt = (at: number): string =>
  `alongside-${new Date(at).toISOString().replaceAll(/[:.]/g, "-")}.db`;

/** The backups that were made by themselves, newest first. */
export const listBackups = (folder: string): readonly MadeBackup[] => {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => named.test(name));
  return names
    .toSorted()
    .toReversed()
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }));
};

/** Removes what is beyond the number that is kept, and what a backup that was cut short left behind. Answers how many went. */
const prune = ({ folder, keep }: BackupPlan): number => {
  const parts = readdirSync(folder).filter((name) => name.endsWith(".part"));
  for (const name of parts) rmSync(join(folder, name));
  const old = listBackups(folder).slice(keep);
  for (const { path } of old) {
    rmSync(path);
    rmSync(filesBeside(path), { recursive: true, force: true });
  }
  return old.length;
};

/** Runs the command in a process of its own: making a backup keeps the process that makes it from everything else. */
const makeBackup = (target: string, environment: NodeJS.ProcessEnv): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [commands, "backup", target], {
      env: environment,
      stdio: "ignore",
    });
    child.once("error", fail);
    child.once("exit", (code) => (code === 0 ? done() : fail(new Error("the backup failed"))));
  });

export type BackupSetting = {
  readonly plan: BackupPlan;
  /** What the command needs to find the database and the files: the variables of this process. */
  readonly environment: NodeJS.ProcessEnv;
  readonly now: () => number;
  readonly log: Logger;
};

/** Makes a backup once the last one is old enough, also across restarts, and keeps so many. */
export const backupJob = ({ plan, environment, now, log }: BackupSetting): Job => ({
  name: "backup",
  pause: Math.min(minute, plan.every),
  isNotedWhenQuiet: false,
  log,
  round: async () => {
    mkdirSync(plan.folder, { recursive: true });
    const [last] = listBackups(plan.folder);
    if (last !== undefined && now() - last.at < plan.every) return { made: 0, removed: 0 };
    await makeBackup(join(plan.folder, nameAt(now())), environment);
    return { made: 1, removed: prune(plan) };
  },
});
