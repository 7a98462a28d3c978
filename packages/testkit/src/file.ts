import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { migrateDatabase } from "@alongside/db";
import { templateOf } from "./template.ts";

/** Where a test's database is, and how to take it away again. */
export type Place = { readonly url: string; readonly remove: () => void };

/** Migrates one file and folds its log in. */
const makeTemplate = async (path: string): Promise<void> => {
  await migrateDatabase({ url: `file:${path}` });
  const client = createClient({ url: `file:${path}` });
  await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  client.close();
};

export const freshFile = async (): Promise<Place> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-"));
  const file = join(folder, "test.db");
  copyFileSync(await templateOf(".db", makeTemplate), file);
  return { url: `file:${file}`, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
