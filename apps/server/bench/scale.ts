import { Agent, request } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { printKept, writeFigures, type Kept } from "../soak/figures.ts";
import { england, oneArea, type Size } from "./england/size.ts";
import { startServing, stopServing, untilIdle, workOf, type Running } from "./serving.ts";
import { slowestOf, type Slowest } from "./scale-statement.ts";
import { openScaleWorld, pages, scaleSecret } from "./scale-world.ts";

/**
 * `pnpm bench:scale`: what each page takes in one area, in a county and in England, in processor time of the whole server and by the clock,
 * beside a floor that runs the same statements and answers the same; and its slowest statement with its plan. `--size area --page visits` looks
 * at that part alone, several of each where they are said again, and keeps no figures.
 */
const growthHold = 2;
const asked = 120;
const warmUp = 30;
const visitsAnArea = 1_308;
const here = (name: string): string => resolve(import.meta.dirname, name);

const sizes: Readonly<Record<string, Size>> = {
  area: oneArea,
  county: { areas: 1, schools: 600, leaders: 410, needs: 680 },
  England: england,
};

const { values: only } = parseArgs({
  options: {
    size: { type: "string", multiple: true, default: [] },
    page: { type: "string", multiple: true, default: [] },
  },
});
const isWhole = only.size.length + only.page.length === 0;
const isAsked = (wanted: readonly string[], name: string): boolean =>
  wanted.length === 0 || wanted.includes(name);

const ask = (agent: Agent, url: string, cookie: string): Promise<number> =>
  new Promise((done, fail) => {
    const started = performance.now();
    const sent = request(url, { agent, headers: { cookie } }, (answer) => {
      let bytes = 0;
      answer.on("data", (part: Buffer) => (bytes += part.length));
      answer.on("end", () =>
        answer.statusCode === 200
          ? done(performance.now() - started)
          : fail(new Error(`${answer.statusCode} at ${url}, ${bytes} bytes`)),
      );
    });
    sent.on("error", fail);
    sent.end();
  });

const share = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;

type Cost = { readonly processor: number; readonly median: number; readonly p95: number };

const costOf = async (running: Running, url: string, cookie: string): Promise<Cost> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let turn = 0; turn < warmUp; turn += 1) await ask(agent, url, cookie);
  const before = await workOf(running);
  const took: number[] = [];
  for (let turn = 0; turn < asked; turn += 1) took.push(await ask(agent, url, cookie));
  const processor = ((await workOf(running)) - before) / asked;
  agent.destroy();
  return { processor, median: share(took, 0.5), p95: share(took, 0.95) };
};

type Measured = {
  readonly own: Cost;
  readonly floor: Cost;
  readonly bytes: number;
  readonly statements: number;
  readonly slowest: Slowest | undefined;
};

const startBoth = (folder: string): Promise<readonly [Running, Running]> => {
  const file = join(folder, "bench.db");
  const watch = here("count-work.ts");
  const environment = {
    NODE_ENV: "development",
    DATABASE_URL: `file:${file}`,
    PORT: "0",
    DEMONSTRATION: "no",
    SECRET: scaleSecret,
    WEB_FOLDER: folder,
  };
  const floor = { FLOOR_DATABASE: file, FLOOR_PAGES: join(folder, "pages.json") };
  return Promise.all([
    startServing({ script: here("../src/main.ts"), watch, environment }),
    startServing({ script: here("scale-floor.ts"), watch, environment: floor }),
  ]);
};

const measureSize = async (name: string, size: Size) => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-scale-"));
  const { cookie, visits, recorded } = await openScaleWorld(folder, { size, visitsAnArea });
  writeFileSync(join(folder, "pages.json"), JSON.stringify(recorded));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  const [product, floor] = await startBoth(folder);
  await untilIdle(product);
  const found: Record<string, Measured> = {};
  const { areas, schools, leaders, needs } = size;
  console.log(
    `\n${name}: ${areas * schools} schools, ${areas} areas, ${areas * leaders} leaders, ${areas * needs} needs, ${visits} visit notes`,
  );
  try {
    for (const [title, { path, input }] of Object.entries(pages)) {
      if (!isAsked(only.page, title)) continue;
      const page = recorded[encodeURIComponent(title)] ?? { statements: [], answer: null };
      const url = `${product.address}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
      const own = await costOf(product, url, cookie);
      const least = await costOf(floor, `${floor.address}/${encodeURIComponent(title)}`, cookie);
      const bytes = JSON.stringify(page.answer).length;
      const slowest = slowestOf(join(folder, "bench.db"), page);
      const statements = page.statements.length;
      found[title] = { own, floor: least, bytes, statements, slowest };
      print(title, found[title]);
    }
  } finally {
    await Promise.all([stopServing(product), stopServing(floor)]);
    rmSync(folder, { recursive: true, force: true });
  }
  return found;
};

const ms = (value: number): string => `${value.toFixed(2)} ms`;

const print = (title: string, { own, floor, bytes, statements }: Measured): void =>
  console.log(
    `  ${title.padEnd(30)}${ms(own.processor).padStart(10)} processor, ${ms(own.median).padStart(10)} median, ${ms(own.p95).padStart(10)} p95; ` +
      `${(own.processor / floor.processor).toFixed(2).padStart(5)} × floor ${ms(floor.processor)}; ${statements} statements, ${Math.round(bytes / 1_000)} kB`,
  );

const measured: Record<string, Record<string, Measured>> = {};
for (const [name, size] of Object.entries(sizes))
  if (isAsked(only.size, name)) measured[name] = await measureSize(name, size);

const largest = Object.keys(measured).at(-1) ?? "";
console.log(`\nThe slowest statement of each page, in ${largest}`);
for (const [title, { slowest }] of Object.entries(measured[largest] ?? {})) {
  if (slowest === undefined) continue;
  console.log(
    `  ${title}: ${ms(slowest.took)}\n    ${slowest.sql.replaceAll(/\s+/g, " ").slice(0, 400)}`,
  );
  for (const step of slowest.plan) console.log(`      ${step}`);
}

const toKept = ([title, large]: readonly [string, Measured]): Kept => {
  const small = measured["area"]?.[title]?.own.processor ?? Number.NaN;
  const growth = large.own.processor / small;
  const wholeTables = (large.slowest?.plan ?? []).filter((step) =>
    /^SCAN (?!.*(json_each|USING|CONSTANT|\(|SUBQUERY))/.test(step),
  );
  return {
    promise: `${title}: about as fast in England as in one area`,
    test: "pnpm bench:scale",
    figure: `${ms(large.own.processor)} of processor time, ${ms(large.own.p95)} p95; ${growth.toFixed(2)} × one area; ${(large.own.processor / large.floor.processor).toFixed(1)} × the floor; slowest statement ${ms(large.slowest?.took ?? 0)}${wholeTables.length > 0 ? `, which reads all of ${wholeTables.join("; ")}` : ""}`,
    hold: `≤ ${growthHold} × one area`,
    isHeld: growth <= growthHold,
  };
};

if (isWhole) {
  console.log("");
  const promises = Object.entries(measured["England"] ?? {}).map(toKept);
  for (const kept of promises) printKept(kept);
  writeFigures("scale", promises);
}
