import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyWebFolder } from "../../test/app.ts";
import { webApp } from "./web.ts";

const script = `console.log("${"a long line ".repeat(300)}");`;
const folder = emptyWebFolder();
const app = new Hono().use(compress()).route("/", webApp({ webFolder: folder }));

beforeAll(() => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets/page-1.js"), script);
  writeFileSync(join(folder, "assets/page-1.js.br"), brotliCompressSync(script));
});

afterAll(() => rmSync(folder, { recursive: true }));

const ask = (path: string, encodings: string) =>
  app.request(path, { headers: { "accept-encoding": encodings } });

describe("a part of the web app", () => {
  it("is sent as it was packed when it was built, for ever, to whoever can unpack it", async () => {
    const answer = await ask("/assets/page-1.js", "gzip, deflate, br");
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect(answer.headers.get("content-type")).toContain("javascript");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
    const unpacked = brotliDecompressSync(Buffer.from(await answer.arrayBuffer()));
    expect(unpacked.toString()).toBe(script);
  });

  it("is sent as it is to whoever cannot", async () => {
    const answer = await ask("/assets/page-1.js", "identity");
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.text()).toBe(script);
  });
});
