import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const migrations = fileURLToPath(new URL("../../../drizzle", import.meta.url));

const fingerprint = (planted: string): string => {
  const hash = createHash("sha256").update(planted);
  for (const name of readdirSync(migrations).toSorted()) {
    if (name.endsWith(".sql")) hash.update(name).update(readFileSync(join(migrations, name)));
  }
  return hash.digest("hex").slice(0, 16);
};

/** What a template is called by: how its name ends, and the statements that were run in it beyond the migrations. */
export type TemplateName = { readonly ending: string; readonly planted: string };

/**
 * The path of something that is made once for these migrations and copied by every test. It is made beside its place
 * and moved there whole, so that rival workers cannot see half of it.
 */
export const templateOf = async (
  { ending, planted }: TemplateName,
  make: (draft: string) => Promise<void>,
): Promise<string> => {
  const folder = join(tmpdir(), "alongside-templates");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${fingerprint(planted)}${ending}`);
  if (existsSync(path)) return path;
  const draft = `${path}.${process.pid}.${Date.now()}`;
  await make(draft);
  try {
    renameSync(draft, path);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return path;
};
