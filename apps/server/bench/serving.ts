import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export type Running = {
  readonly child: ChildProcess;
  readonly address: string;
  /** What it wrote so far. */
  readonly text: () => string;
};

type Program = {
  readonly script: string;
  /** Loaded before the program. */
  readonly watch: string;
  readonly environment: Readonly<Record<string, string>>;
};

/** Guarantee: `serve` in the package of the whole is a line that calls node, its options, and the server. */
const { scripts } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../../package.json"), "utf8"),
) as { readonly scripts: { readonly serve: string } };

/** What Node is told when the product is served. */
const options = scripts.serve.split(" ").filter((word) => word.startsWith("--"));

/** Starts a program that says `… is at ADDRESS` once it listens, in a process of its own, with the options of the product. */
export const startServing = ({ script, watch, environment }: Program): Promise<Running> =>
  new Promise((up, fail) => {
    const child = spawn(process.execPath, [...options, "--import", watch, script], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    let text = "";
    const hear = (part: Buffer): void => {
      text += part.toString();
      const address = / is at (http\S+)/.exec(text)?.[1];
      if (address !== undefined) up({ child, address, text: () => text });
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => fail(new Error(text)));
  });

/** Resolves when the program has ended by itself. */
export const stopServing = async ({ child }: Running): Promise<void> => {
  const ended = new Promise((done) => child.once("close", done));
  child.kill("SIGTERM");
  await ended;
};

/** Processor time of a program that was started with `count-work.ts`, in milliseconds since its start. */
export const workOf = ({ child }: Running): Promise<number> =>
  new Promise((done) => {
    child.once("message", (spent) => done(Number(spent)));
    child.send("work");
  });

/**
 * Resolves when a program that was started with `count-work.ts` has done what it does at its start (a new country's log is verified, what has run out
 * expires): it worked less than a twentieth of a second in two. Answers what the start took, in milliseconds of processor time.
 */
export const untilIdle = async (running: Running): Promise<number> => {
  for (let before = await workOf(running); ;) {
    await new Promise((go) => setTimeout(go, 2_000));
    const now = await workOf(running);
    if (now - before < 50) return now;
    before = now;
  }
};
