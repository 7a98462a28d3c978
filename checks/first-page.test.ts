import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { root } from "./source-file.ts";

const most = 60_000;
const built = resolve(root, "apps/web/dist");

/** What the browser fetches before sign-in and home can show: everything that the page itself names. */
const firstFiles = (): readonly string[] => {
  if (!existsSync(built)) throw new Error("build the web app first: pnpm build");
  const page = readFileSync(resolve(built, "index.html"), "utf8");
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].flatMap(
    ([, name]) => name ?? [],
  );
};

it("sends at most 60 kB of script and style, zipped, for sign-in and home", () => {
  const sizes = firstFiles().map((name) => ({
    name,
    bytes: gzipSync(readFileSync(resolve(built, name)), { level: 9 }).length,
  }));
  expect(sizes.length).toBeGreaterThan(1);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(most);
});
