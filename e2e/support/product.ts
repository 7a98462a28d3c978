import { execFile, spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

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

/**
 * Starts the built product as its own process, on a free port, over a database of its own in a temporary folder;
 * with the demonstration area unless told otherwise. `prepare` runs commands on the empty database first.
 */
export const startProduct = async (
  given: {
    readonly demonstration?: boolean;
    readonly environment?: Readonly<Record<string, string>>;
    readonly prepare?: (alongside: RunningProduct["alongside"]) => Promise<void>;
  } = {},
): Promise<RunningProduct> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-journey-"));
  const file = join(folder, "journey.db");
  const databaseUrl = `file:${file}`;
  const template = process.env["DEMONSTRATION_TEMPLATE"];
  if (template !== undefined && given.demonstration !== false && given.prepare === undefined)
    copyFileSync(template, file);
  const environment = {
    ...process.env,
    NODE_ENV: "development",
    DATABASE_URL: databaseUrl,
    PORT: "0",
    DEMONSTRATION: given.demonstration === false ? "no" : "yes",
    ...given.environment,
  };
  const alongside = async (...words: readonly string[]): Promise<string> => {
    const command = join(root, "apps/server/src/cli/main.ts");
    const { stdout } = await promisify(execFile)(process.execPath, [command, ...words], {
      env: environment,
      cwd: root,
    });
    return stdout;
  };
  await given.prepare?.(alongside);
  const server = spawn(process.execPath, [join(root, "apps/server/src/main.ts")], {
    env: environment,
    cwd: root,
  });
  let text = "";
  server.stdout.on("data", (part: Buffer) => (text += part.toString()));
  server.stderr.on("data", (part: Buffer) => (text += part.toString()));
  const address = await whenUp(server, () => text);
  const ended = new Promise((done) => server.once("exit", done));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, databaseUrl, password, alongside, log: () => text, stop };
};
