import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileStore } from "@alongside/usecases/attachment";

/** `ab/abcd…`: a folder holds thousands at most. */
const placeOf = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** Contents of files in a folder of their own, each under its hash; what is written appears whole or not at all. */
export const openFileStore = (folder: string): FileStore => ({
  keep: async (hash, content) => {
    const place = placeOf(folder, hash);
    if (existsSync(place)) return;
    await mkdir(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 });
    const begun = `${place}.${process.pid}.${content.length}.part`;
    await writeFile(begun, content, { mode: 0o600 });
    await rename(begun, place);
  },
  read: async (hash) => {
    try {
      return await readFile(placeOf(folder, hash));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  remove: (hash) => rm(placeOf(folder, hash), { force: true }),
});
