import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { migrateDatabase } from "@alongside/db";
import { templateOf } from "./template.ts";

/** Where a test's database is, and how to take it away again. */
export type Place = { readonly url: string; readonly remove: () => void };

/** Migrates one file, plants in it, and folds its log in. */
const makeTemplate = async (path: string, planted: string): Promise<void> => {
  await migrateDatabase({ url: `file:${path}` });
  const client = createClient({ url: `file:${path}` });
  if (planted !== "") await client.executeMultiple(planted);
  await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  client.close();
};

/** `planted` are statements that the file has been through already: they are run once, not for each file. */
export const freshFile = async (planted = ""): Promise<Place> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-"));
  const file = join(folder, "test.db");
  const name = { ending: ".db", planted };
  copyFileSync(await templateOf(name, (draft) => makeTemplate(draft, planted)), file);
  return { url: `file:${file}`, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
