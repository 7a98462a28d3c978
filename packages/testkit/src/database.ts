import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database } from "@alongside/db";
import { freshFile } from "./file.ts";
import { freshServer } from "./server.ts";

export type TestDatabase = Database & { readonly url: string; readonly drop: () => void };

/** Whether the tests run against libSQL's own server instead of a file. */
export const usesServer = (): boolean => process.env["TEST_DATABASE"] === "server";

/** A database of its own with all that another one holds; undefined where the tests run against a server, which copies none. */
export const copyOf = async (source: TestDatabase): Promise<TestDatabase | undefined> => {
  if (usesServer()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "alongside-"));
  const path = join(folder, "copy.db");
  await source.client.execute({ sql: "VACUUM INTO ?", args: [path] });
  const database = openDatabase({ url: `file:${path}` });
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

/** A migrated, empty database of its own: a file made in a few milliseconds, or a server when the run asks for it. */
export const freshDatabase = async (): Promise<TestDatabase> => {
  const place = await (usesServer() ? freshServer() : freshFile());
  const database = openDatabase({ url: place.url });
  return {
    ...database,
    url: place.url,
    drop: () => {
      database.close();
      place.remove();
    },
  };
};
