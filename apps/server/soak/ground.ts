import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase, openDatabase, type Database } from "@alongside/db";

/** A folder with a migrated database, for one soak. */
export type Ground = {
  readonly folder: string;
  readonly path: string;
  readonly url: string;
  /** Opens the database for a piece of work, and closes it again. */
  readonly using: <Value>(work: (database: Database) => Promise<Value>) => Promise<Value>;
  readonly clear: () => void;
};

export const openGround = async (within = tmpdir()): Promise<Ground> => {
  const folder = mkdtempSync(join(within, "alongside-soak-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  const path = join(folder, "soak.db");
  const url = `file:${path}`;
  await migrateDatabase({ url });
  return {
    folder,
    path,
    url,
    using: async (work) => {
      const database = openDatabase({ url });
      try {
        return await work(database);
      } finally {
        database.close();
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
};
