import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { root } from "./source-file.ts";

const most = 60_000;
const homeOnTop = 16_000;
const built = resolve(root, process.env["WEB_FOLDER"] ?? "apps/web/dist");
const manifest = resolve(built, ".vite/manifest.json");

type Part = {
  readonly file: string;
  readonly css?: readonly string[];
  /** What it needs to run at all; what it asks for later is not among these. */
  readonly imports?: readonly string[];
};

/** Guarantee: Vite's own list of what it made. */
const readParts = (): Readonly<Record<string, Part>> => {
  if (!existsSync(manifest)) throw new Error("build the web app first: pnpm build");
  return JSON.parse(readFileSync(manifest, "utf8")) as Record<string, Part>;
};

const parts = readParts();

/** Script and style of a part and of everything that it stands on. */
const filesOf = (name: string, known = new Set<string>()): ReadonlySet<string> => {
  const part = parts[name];
  if (part === undefined) throw new Error(`${name} is no part of the product`);
  if (known.has(part.file)) return known;
  known.add(part.file);
  for (const sheet of part.css ?? []) known.add(sheet);
  for (const needed of part.imports ?? []) filesOf(needed, known);
  return known;
};

const bytesOf = (...pages: readonly string[]): number =>
  [...pages.reduce((known, page) => new Set(filesOf(page, known)), new Set<string>())]
    .map((name) => gzipSync(readFileSync(resolve(built, name)), { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0);

/** Sign-in comes with the product itself: nobody waits for a second part of it. */
const signIn = "index.html";
/** Whoever has signed in fetches the table of all pages besides. */
const home = [signIn, "src/app/routes.tsx", "src/features/home/pages/area-home.tsx"];

it("sends at most 60 kB of script and style, zipped, until somebody can sign in", () => {
  expect(filesOf("index.html").size).toBeGreaterThan(4);
  expect(bytesOf(signIn)).toBeLessThanOrEqual(most);
});

it("sends at most 16 kB more until home is there", () => {
  expect(bytesOf(...home) - bytesOf(signIn)).toBeLessThanOrEqual(homeOnTop);
});
