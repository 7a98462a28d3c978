import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client";
import { migrateDatabase, openDatabase, type Database } from "@alongside/db";

const migrations = fileURLToPath(new URL("../../../drizzle", import.meta.url));

const fingerprint = (): string => {
  const hash = createHash("sha256");
  for (const name of readdirSync(migrations).toSorted()) {
    if (name.endsWith(".sql")) hash.update(name).update(readFileSync(join(migrations, name)));
  }
  return hash.digest("hex").slice(0, 16);
};

/** Migrates one file, folds its log in, and moves it into place whole, so that rival workers cannot see half of it. */
const makeTemplate = async (path: string): Promise<void> => {
  const draft = `${path}.${process.pid}.${Date.now()}`;
  await migrateDatabase({ url: `file:${draft}` });
  const client = createClient({ url: `file:${draft}` });
  await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  client.close();
  renameSync(draft, path);
};

const templatePath = async (): Promise<string> => {
  const folder = join(tmpdir(), "alongside-templates");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${fingerprint()}.db`);
  if (!existsSync(path)) await makeTemplate(path);
  return path;
};

export type TestDatabase = Database & { readonly url: string; readonly drop: () => void };

/** A migrated, empty database of its own: a copy of a template file, made in a few milliseconds. */
export const freshDatabase = async (): Promise<TestDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-"));
  const file = join(folder, "test.db");
  copyFileSync(await templatePath(), file);
  const url = `file:${file}`;
  const database = openDatabase({ url });
  return {
    ...database,
    url,
    drop: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
