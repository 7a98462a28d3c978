import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database } from "@alongside/db";
import { freshFile } from "./file.ts";
import { freshServer } from "./server.ts";

export type TestDatabase = Database & { readonly url: string; readonly drop: () => void };

/** Whether the tests run against libSQL's own server instead of a file. */
export const usesServer = (): boolean => process.env["TEST_DATABASE"] === "server";

/** Opens a test's file, which nobody needs after a power cut: its writer does not wait for the disk. */
const openHasty = async (url: string): Promise<Database> => {
  const database = openDatabase({ url });
  if (!database.isRemote) await database.client.execute("PRAGMA synchronous = OFF");
  return database;
};

/** Writes all that a database holds into a file that is not there yet; a file can be copied, a server cannot. */
export const keepAs = async (source: TestDatabase, path: string): Promise<void> => {
  await source.client.execute({ sql: "VACUUM INTO ?", args: [path] });
};

/** A database of its own with all that a kept file holds. */
export const copyOf = async (kept: string): Promise<TestDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-"));
  const path = join(folder, "copy.db");
  copyFileSync(kept, path);
  const database = await openHasty(`file:${path}`);
  await database.client.execute("PRAGMA journal_mode = WAL");
  return {
    ...database,
    url: `file:${path}`,
    drop: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/**
 * A migrated database of its own: a file made in a few milliseconds, or a server when the run asks for it. Empty but for what the
 * statements in `planted` put there.
 */
export const freshDatabase = async (planted = ""): Promise<TestDatabase> => {
  const place = await (usesServer() ? freshServer() : freshFile(planted));
  const database = await openHasty(place.url);
  if (usesServer() && planted !== "") await database.client.executeMultiple(planted);
  return {
    ...database,
    url: place.url,
    drop: () => {
      database.close();
      place.remove();
    },
  };
};
