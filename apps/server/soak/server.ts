import { spawn, type ChildProcess } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { raceSecret } from "../bench/race-world.ts";

const main = resolve(import.meta.dirname, "../src/main.ts");

export type Running = {
  readonly child: ChildProcess;
  readonly address: string;
  /** What it said so far. */
  readonly text: () => string;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
};

export type Start = {
  readonly url: string;
  /** A folder with an `index.html`, for the web app. */
  readonly folder: string;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whom the process runs as, when it is not to be the one who started the soak. */
  readonly uid?: number | undefined;
  /** A limit of the shell for it, such as `ulimit -f 100`. */
  readonly limit?: string;
};

const spawnServer = ({ url, folder, port = 0, environment = {}, uid, limit }: Start) => {
  const words =
    limit === undefined ? [main] : ["-c", `${limit}; exec "${process.execPath}" "${main}"`];
  return spawn(limit === undefined ? process.execPath : "bash", words, {
    ...(uid === undefined ? {} : { uid }),
    env: {
      ...process.env,
      // It is started a hundred times: what was compiled once is kept.
      NODE_COMPILE_CACHE: join(tmpdir(), "alongside-compiled"),
      NODE_ENV: "development",
      DATABASE_URL: url,
      PORT: String(port),
      DEMONSTRATION: "no",
      SECRET: raceSecret,
      WEB_FOLDER: folder,
      ...environment,
    },
  });
};

/** The real server in a process of its own, once it says where it is. Fails with what it said when it ends before that. */
export const startServer = (start: Start): Promise<Running> =>
  new Promise((up, fail) => {
    const child = spawnServer(start);
    const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
    let text = "";
    const hear = (part: Buffer): void => {
      text += part.toString();
      const address = /Alongside is at (http\S+)/.exec(text)?.[1];
      if (address !== undefined) up({ child, address, text: () => text, ended });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then(() => fail(new Error(text)));
  });

/** Ends it as a machine that loses its power does. */
export const killServer = async ({ child, ended }: Running): Promise<void> => {
  child.kill("SIGKILL");
  await ended;
};

/** Ends it as a supervisor does; answers its exit code. */
export const endServer = async ({ child, ended }: Running): Promise<number | null> => {
  child.kill("SIGTERM");
  return ended;
};
