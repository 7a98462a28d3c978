import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAuth, type Auth, type Oidc } from "@alongside/auth";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { pino } from "pino";
import { createApp } from "../src/app.ts";
import { openFileStore } from "../src/file-store.ts";
import { createPrinter } from "../src/pdf/print.ts";
import { newId } from "../src/open.ts";

export const origin = "https://alongside.example";

/** A folder with a web app of one line. */
export const emptyWebFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-web-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Alongside</title>");
  return folder;
};

export type TestApp = {
  readonly auth: Auth;
  readonly database: TestDatabase;
  /** Asks the app as it stands behind its TLS proxy; no socket is opened. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** What was written to the log, line by line. */
  readonly logged: () => readonly string[];
  readonly close: () => void;
};

/** The app over a fresh database, with a web app of one line. */
export const openApp = async (oidc?: Oidc): Promise<TestApp> => {
  const database = await freshDatabase();
  const webFolder = emptyWebFolder();
  const lines: string[] = [];
  const secret = "a secret for tests, of thirty-two characters";
  const auth = createAuth({ database, now: Date.now, secret, oidc });
  const app = createApp({
    database,
    auth,
    log: pino({ level: "info" }, { write: (line) => void lines.push(line) }),
    now: Date.now,
    newId,
    origin,
    showsMailbox: false,
    files: openFileStore(webFolder),
    printPdf: createPrinter({ chromium: undefined, patience: 1 }),
    webFolder,
  });
  return {
    auth,
    database,
    // Behind the proxy the address of the visitor comes in its header; there is no socket to ask.
    ask: async (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has("x-forwarded-for")) headers.set("x-forwarded-for", "192.0.2.1");
      return app.request(path, { ...init, headers });
    },
    logged: () => lines,
    close: () => {
      database.drop();
      rmSync(webFolder, { recursive: true });
    },
  };
};
