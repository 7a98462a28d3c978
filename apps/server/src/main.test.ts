import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandLine } from "@alongside/domain/identity";
import type { LaCode } from "@alongside/domain/school";
import { createArea } from "@alongside/usecases/area";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openProduct } from "./open.ts";

const main = join(import.meta.dirname, "main.ts");
const folder = mkdtempSync(join(tmpdir(), "alongside-main-"));
const database = { url: `file:${join(folder, "main.db")}`, authToken: undefined };

const production = {
  NODE_ENV: "production",
  SECRET: "a secret of one's own, long enough to be one",
  ORIGIN: "https://alongside.example",
  DATABASE_URL: database.url,
  WEB_FOLDER: folder,
  PORT: "0",
};

/** Starts the server in a process of its own; once it says where it is, it is told to end. */
const start = (environment: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: number | null; readonly said: string }>((done) => {
    const server = spawn(process.execPath, [main], { env: { ...process.env, ...environment } });
    let said = "";
    const hear = (part: Buffer) => {
      said += part.toString();
      if (said.includes("Alongside is at")) server.kill("SIGTERM");
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.on("close", (code) => done({ code, said }));
  });

beforeAll(() => writeFileSync(join(folder, "index.html"), "<!doctype html>"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a production start", () => {
  it("serves, prints no sign-ins, and ends well when it is told to", async () => {
    const { code, said } = await start(production);
    expect(said).toContain("Alongside is at https://alongside.example");
    expect(said).not.toContain("password");
    expect(code).toBe(0);
  });

  it("refuses a database that holds demonstration data", async () => {
    const product = await openProduct({ database });
    await createArea(product.contextFor(commandLine), {
      name: "Invented",
      slug: "invented",
      laCodes: ["999" as LaCode],
      isDemonstration: true,
    });
    product.database.close();
    const { code, said } = await start(production);
    expect(code).toBe(1);
    expect(said).toContain("demonstration data (Invented)");
  });

  it("names every setting that is wrong and does not start", async () => {
    const { code, said } = await start({ ...production, SECRET: "", ORIGIN: "http://x.example" });
    expect(code).toBe(1);
    expect(said).toContain("SECRET");
  });
});
