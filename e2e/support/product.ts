import { execFile, spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { startHosted } from "./hosting.ts";

const root = resolve(import.meta.dirname, "../..");
const password = "larks above the shore";

export type RunningProduct = {
  readonly address: string;
  readonly databaseUrl: string;
  /** The password of every person of the demonstration. */
  readonly password: string;
  /** Runs a command of the command line against the same database; answers what it printed. */
  readonly alongside: (...words: readonly string[]) => Promise<string>;
  /** What the server wrote to its log so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

const addressIn = (text: string): string | undefined => /Alongside is at (http\S+)/.exec(text)?.[1];

const whenUp = (server: ChildProcess, output: () => string): Promise<string> =>
  new Promise((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`the product did not start:\n${output()}`)),
      60_000,
    );
    const look = () => {
      const address = addressIn(output());
      if (address === undefined) return;
      clearTimeout(timer);
      done(address);
    };
    server.stdout?.on("data", look);
    server.once("exit", (code) => {
      clearTimeout(timer);
      fail(new Error(`the product ended with ${code}:\n${output()}`));
    });
  });

type Started = { readonly address: string; readonly stop: () => Promise<void> };
type Starting = {
  readonly variables: Readonly<Record<string, string>>;
  readonly hear: (part: Buffer) => void;
  readonly heard: () => string;
};

/** The built product as a process of its own, as it is run. */
const startAlone = async ({ variables, hear, heard }: Starting): Promise<Started> => {
  const server = spawn(process.execPath, [join(root, "apps/server/src/main.ts")], {
    env: { ...process.env, ...variables },
    cwd: root,
  });
  server.stdout.on("data", hear);
  server.stderr.on("data", hear);
  const address = await whenUp(server, heard);
  const ended = new Promise((done) => server.once("exit", done));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  return { address, stop };
};

/** A folder in memory where there is room for it: the databases of journeys are read and written much, and never kept. */
const roomFor = (): string => {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 31 ? memory : tmpdir();
};

/**
 * Starts the built product on a free port, over a database of its own in a temporary folder; with the demonstration area unless told
 * otherwise. `prepare` runs commands on the empty database first. A product with settings of its own is a process of its own; the
 * others of a worker share one process, one after another.
 */
export const startProduct = async (
  given: {
    readonly demonstration?: boolean;
    readonly environment?: Readonly<Record<string, string>>;
    readonly prepare?: (alongside: RunningProduct["alongside"]) => Promise<void>;
  } = {},
): Promise<RunningProduct> => {
  const folder = mkdtempSync(join(roomFor(), "alongside-journey-"));
  const file = join(folder, "journey.db");
  const databaseUrl = `file:${file}`;
  const template = process.env["DEMONSTRATION_TEMPLATE"];
  if (template !== undefined && given.demonstration !== false && given.prepare === undefined)
    copyFileSync(template, file);
  const variables = {
    NODE_ENV: "development",
    DATABASE_URL: databaseUrl,
    PORT: "0",
    DEMONSTRATION: given.demonstration === false ? "no" : "yes",
    ...given.environment,
  };
  const alongside = async (...words: readonly string[]): Promise<string> => {
    const command = join(root, "apps/server/src/cli/main.ts");
    const { stdout } = await promisify(execFile)(process.execPath, [command, ...words], {
      env: { ...process.env, ...variables },
      cwd: root,
    });
    return stdout;
  };
  await given.prepare?.(alongside);
  let text = "";
  const hear = (part: Buffer): void => void (text += part.toString());
  const started = await (given.environment === undefined && template !== undefined
    ? startHosted(variables, hear)
    : startAlone({ variables, hear, heard: () => text }));
  const stop = async () => {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: started.address, databaseUrl, password, alongside, log: () => text, stop };
};
