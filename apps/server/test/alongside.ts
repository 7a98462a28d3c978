import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../src/cli/run.ts";

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

export type Workshop = {
  readonly folder: string;
  /** Runs a command as the command line does, and keeps what it says. */
  readonly run: (...words: readonly string[]) => Promise<Ran>;
  readonly clear: () => void;
};

const secret = "a secret of tests, long enough to be one";

/** A folder with a database of its own, and the command line over it. */
export const openWorkshop = (): Workshop => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-cli-"));
  const database = { url: `file:${join(folder, "cli.db")}`, authToken: undefined };
  return {
    folder,
    run: async (...words) => {
      let [out, err] = ["", ""];
      const say = (line: string) => void (out += `${line}\n`);
      const complain = (line: string) => void (err += `${line}\n`);
      const code = await run(words, { database, secret }, { say, complain, folder });
      return { code, out, err };
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
};
