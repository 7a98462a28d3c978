import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const patience = 240_000;

const pause = (): Promise<void> => new Promise((next) => setTimeout(next, 50));

/** Whether this is the first worker to ask: it makes, and the others wait. */
const isFirst = (claim: string): boolean => {
  try {
    writeFileSync(claim, "", { flag: "wx" });
    return true;
  } catch {
    return false;
  }
};

/** Makes it beside its place and moves it there whole, so that nobody sees half of it. */
const makeAt = async (path: string, make: (draft: string) => Promise<void>): Promise<void> => {
  try {
    await make(`${path}.draft`);
    renameSync(`${path}.draft`, path);
  } catch (error) {
    writeFileSync(`${path}.failed`, String(error));
    throw error;
  }
};

const made = async (path: string): Promise<void> => {
  const end = Date.now() + patience;
  while (!existsSync(path)) {
    if (existsSync(`${path}.failed`)) throw new Error(`another worker could not make ${path}`);
    if (Date.now() > end) throw new Error(`no worker made ${path}`);
    await pause();
  }
};

/**
 * The path of something that is made once in a run of tests, by the first worker that asks, and kept until the run ends; undefined
 * where the tests run without a folder of their run (`TEST_RUN`). `make` is given the path to make it at.
 */
export const onceInRun = async (
  name: string,
  make: (draft: string) => Promise<void>,
): Promise<string | undefined> => {
  const folder = process.env["TEST_RUN"];
  if (folder === undefined) return undefined;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  if (isFirst(`${path}.claim`)) await makeAt(path, make);
  else await made(path);
  return path;
};
