import { rmSync } from "node:fs";
import { createAuth } from "@alongside/auth";
import { freshDatabase, keepFigure, type TestDatabase } from "@alongside/testkit";
import { pino } from "pino";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyWebFolder } from "../../test/app.ts";
import { createApp } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { openFileStore } from "../file-store.ts";
import { newId } from "../open.ts";
import { createPrinter } from "../pdf/print.ts";
import { serverFor } from "../turn.ts";

const token = "a token of tests, of thirty-two characters";

const webFolder = emptyWebFolder();

let database: TestDatabase;
let closing: (() => void)[] = [];
beforeEach(async () => {
  database = await freshDatabase();
});
afterAll(() => rmSync(webFolder, { recursive: true }));
afterEach(() => {
  for (const close of closing) close();
  closing = [];
  database.drop();
});

/** The app behind a socket of its own; answers its address. */
const listen = async (more: Partial<Dependencies>): Promise<string> => {
  const app = createApp({
    database,
    auth: createAuth({ database, now: Date.now, secret: token }),
    log: pino({ level: "silent" }),
    now: Date.now,
    newId,
    origin: undefined,
    showsMailbox: false,
    files: openFileStore("/nowhere"),
    printPdf: createPrinter({ chromium: undefined, patience: 1 }),
    webFolder,
    ...more,
  });
  const port = await new Promise<number>((up) => {
    const server = serverFor(app).listen(0, "127.0.0.1", () => {
      const place = server.address();
      up(typeof place === "object" && place !== null ? place.port : 0);
    });
    closing.push(() => server.close());
  });
  return `http://127.0.0.1:${port}/metrics`;
};

const statusOf = async (address: string, headers: Record<string, string> = {}): Promise<number> =>
  (await fetch(address, { headers })).status;

describe("metrics", () => {
  it("are told to whoever brings the token, and are not there for anybody else, near or far", async () => {
    const address = await listen({ metricsToken: token, origin: "https://alongside.example" });
    expect(await statusOf(address, { authorization: `Bearer ${token}` })).toBe(200);
    const refused = [
      {},
      { authorization: "Bearer" },
      { authorization: `Bearer ${token}x` },
      { authorization: token },
      { authorization: `bearer ${token}` },
      { "x-forwarded-for": "127.0.0.1" },
    ];
    for (const headers of refused) expect(await statusOf(address, headers)).toBe(404);
  });

  it("without a token are told in development to the own machine alone, and in production to nobody", async () => {
    const development = await listen({});
    expect(await statusOf(development)).toBe(200);
    expect(await statusOf(development, { "x-forwarded-for": "127.0.0.1" })).toBe(404);
    expect(await statusOf(development, { forwarded: "for=127.0.0.1" })).toBe(404);
    expect(await statusOf(await listen({ origin: "https://alongside.example" }))).toBe(404);
  });

  it("are Prometheus’s text, with a short list of names whatever is asked for", async () => {
    const address = await listen({});
    const base = address.replace("/metrics", "");
    for (let i = 0; i < 30; i += 1) {
      await fetch(`${base}/files/areas/secretplace${i}/needs.csv`);
      await fetch(`${base}/trpc/nobody.asked${i}`);
      await fetch(`${base}/trpc/session.get`);
      await fetch(`${base}/trpc/session.get,session.get`);
    }
    const text = await (await fetch(address)).text();
    const lines = text.trim().split("\n");
    const wrong = lines.filter(
      (line) => !/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"\n]*",?)+\})? -?[\d.e+-]+)$/.test(line),
    );
    const labels = new Set([...text.matchAll(/route="([^"]*)"/g)].map((found) => found[1]));
    keepFigure(
      "operations.metrics",
      `${lines.length} lines, ${wrong.length} not in the format; ${labels.size} routes named for 120 addresses`,
    );
    expect(wrong).toEqual([]);
    expect(text).not.toMatch(/secretplace|asked\d/);
    expect([...labels]).toEqual(
      expect.arrayContaining(["/trpc/session.get", "/trpc/batch", "/trpc/*"]),
    );
    expect(text).toContain(
      'http_requests_total{method="GET",route="/trpc/session.get",status="200"} 30',
    );
    for (const name of [
      "alongside_mails",
      "process_resident_memory_bytes",
      "nodejs_eventloop_lag_p99_seconds",
      "alongside_log_events",
    ]) {
      expect(text).toContain(`\n${name}`);
    }
  });
});
