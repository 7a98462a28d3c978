import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { root } from "./source-file.ts";

const most = 60_000;
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

/** What comes for every page. */
const start = "index.html";
const signIn = [
  start,
  "src/features/session/pages/sign-in.tsx",
  "src/features/session/parts/service-buttons.tsx",
];
/** The search for a school stands above every page of an area. */
const home = [
  start,
  "src/features/home/pages/area-home.tsx",
  "src/features/school/parts/find-school.tsx",
];

it("knows the parts that a page is made of", () => {
  expect(filesOf(start).size).toBeGreaterThan(3);
  for (const page of [signIn, home])
    for (const part of page.slice(1)) expect(bytesOf(start, part)).toBeGreaterThan(bytesOf(start));
});

it("sends at most 60 kB of script and style, zipped, until somebody can sign in", () => {
  expect(bytesOf(...signIn)).toBeLessThanOrEqual(most);
});

it("sends at most 60 kB of script and style, zipped, until home stands and can be used", () => {
  expect(bytesOf(...home)).toBeLessThanOrEqual(most);
});

it("sends the addresses of all other pages, the clock and the live line apart from the first page", () => {
  const later = ["src/app/routes.tsx", "src/app/session-clock.tsx", "src/lib/live-line.ts"];
  const files = new Set([...signIn, ...home].flatMap((part) => [...filesOf(part)]));
  for (const part of later) expect(files.has(parts[part]?.file ?? "")).toBe(false);
  for (const part of later) expect(parts[part]).toBeDefined();
});
