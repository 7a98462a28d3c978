import { deepEqual } from "node:assert/strict";
import { Agent, request } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createAuth, sessionCookie } from "@alongside/auth";
import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import { dateOf } from "@alongside/domain/calendar";
import { toId, type AreaId, type PersonId } from "@alongside/domain/identity";
import { openProduct, type Product } from "../src/open.ts";
import { inventCountry } from "./england/country.ts";
import { areaIdOf } from "./england/place.ts";
import { england, oneArea, type Size } from "./england/size.ts";
import { startServing, stopServing, untilIdle, workOf, type Running } from "./serving.ts";

/**
 * A list of fifty needs for somebody who is signed in, in processor time of the whole server, beside the least that gives the same JSON
 * (`floor.ts`): at most so many times as much, alone and for each of a batch of ten; and at most so many times as much in England as in one area.
 */
const hold = { alone: 2.5, batch: 1.8, growth: 2 } as const;
const rounds = 7;
const asked = { alone: 200, batch: 30 } as const;
const secret = "a secret of benches, long enough to be one";
const here = (name: string): string => resolve(import.meta.dirname, name);

const signIn = async ({ database }: Product): Promise<string> => {
  const personId = toId<PersonId>("reader");
  const now = new Date().toISOString();
  await database.write(async (tx) => {
    const person = { name: "Reader", email: "reader@bench.example", isDemonstration: true };
    await recordPerson(tx, { id: personId, ...person, createdAt: now });
    const own = { id: "reader-grant", personId, areaId: toId<AreaId>(areaIdOf(0)) };
    await recordGrant(tx, { ...own, role: "officer", fromOn: dateOf(2020, 9, 1) });
  });
  const auth = createAuth({ database, now: Date.now, secret });
  const { token } = await auth.sessions.start({ personId });
  return sessionCookie(token, { secure: false }).split(";")[0] ?? "";
};

const sorts = ["due", "age", "band", "school", "reference"] as const;

/** So many pages of the list, each in another order or from another place. */
const questions = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const sort = sorts[index % sorts.length] ?? "due";
      const offset = index < sorts.length ? 0 : 50;
      return [index, { area: areaIdOf(0), scope: "all", sort, offset, limit: 50 }];
    }),
  );

const addressOf = (count: number): string => {
  const names = Array.from({ length: count }, () => "need.list").join(",");
  return `/trpc/${names}?batch=1&input=${encodeURIComponent(JSON.stringify(questions(count)))}`;
};

type Client = { readonly agent: Agent; readonly cookie: string };

const ask = ({ agent, cookie }: Client, url: string): Promise<string> =>
  new Promise((done, fail) => {
    const sent = request(url, { agent, headers: { cookie } }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (body += part));
      answer.on("end", () =>
        answer.statusCode === 200 ? done(body) : fail(new Error(`${answer.statusCode} ${body}`)),
      );
    });
    sent.on("error", fail);
    sent.end();
  });

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds of processor time for one answer of a server. */
const costOf = async (running: Running, client: Client, kind: keyof typeof asked) => {
  const url = running.address + addressOf(kind === "alone" ? 1 : 10);
  const before = await workOf(running);
  for (let turn = 0; turn < asked[kind]; turn += 1) await ask(client, url);
  return ((await workOf(running)) - before) / asked[kind];
};

type Pair = { readonly product: Running; readonly floor: Running };

/** Both in turn, so that what the machine does meanwhile falls on both. */
const compare = async ({ product, floor }: Pair, client: Client, kind: keyof typeof asked) => {
  const costs: { readonly product: number; readonly floor: number }[] = [];
  await costOf(product, client, kind);
  await costOf(floor, client, kind);
  for (let round = 0; round < rounds; round += 1) {
    const own = await costOf(product, client, kind);
    costs.push({ product: own, floor: await costOf(floor, client, kind) });
  }
  return {
    product: middle(costs.map((each) => each.product)),
    floor: middle(costs.map((each) => each.floor)),
    ratio: middle(costs.map((each) => each.product / each.floor)),
  };
};

const sameJson = async ({ product, floor }: Pair, client: Client): Promise<number> => {
  const [own, least] = await Promise.all(
    [product, floor].map(({ address }) => ask(client, address + addressOf(10))),
  );
  deepEqual(JSON.parse(own ?? ""), JSON.parse(least ?? ""));
  return (own ?? "").length / 10;
};

const start = (folder: string): Promise<readonly [Running, Running]> => {
  const file = join(folder, "bench.db");
  const watch = here("count-work.ts");
  return Promise.all([
    startServing({
      script: here("../src/main.ts"),
      watch,
      environment: {
        NODE_ENV: "development",
        DATABASE_URL: `file:${file}`,
        PORT: "0",
        DEMONSTRATION: "no",
        SECRET: secret,
        WEB_FOLDER: folder,
      },
    }),
    startServing({
      script: here("floor.ts"),
      watch,
      environment: { FLOOR_DATABASE: file, FLOOR_AREA: areaIdOf(0) },
    }),
  ]);
};

const measure = async (size: Size) => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-bench-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  const opened = await openProduct({
    database: { url: `file:${join(folder, "bench.db")}`, authToken: undefined },
  });
  await inventCountry(opened, size);
  const cookie = await signIn(opened);
  opened.database.close();
  const [product, floor] = await start(folder);
  const client = { cookie, agent: new Agent({ keepAlive: true, maxSockets: 1 }) };
  try {
    const pair = { product, floor };
    const bytes = await sameJson(pair, client);
    await untilIdle(product);
    const alone = await compare(pair, client, "alone");
    const batch = await compare(pair, client, "batch");
    return { bytes, alone, batch, needs: size.areas * size.needs };
  } finally {
    client.agent.destroy();
    await Promise.all([stopServing(product), stopServing(floor)]);
    rmSync(folder, { recursive: true, force: true });
  }
};

const print = (name: string, { product, floor, ratio }: Awaited<ReturnType<typeof compare>>) =>
  console.log(
    `  ${name.padEnd(13)}${product.toFixed(2)} ms beside ${floor.toFixed(2)} ms: ${ratio.toFixed(2)} times`,
  );

const measured = [];
for (const size of [oneArea, england]) {
  const found = await measure(size);
  console.log(`${found.needs} needs, ${Math.round(found.bytes / 1_000)} kB of JSON for each list`);
  print("alone", found.alone);
  print("batch of ten", found.batch);
  measured.push(found);
}
const [small, large] = measured;
if (small === undefined || large === undefined) throw new Error("nothing was measured");
const growth = large.alone.product / small.alone.product;
console.log(
  `alone ${large.alone.ratio.toFixed(2)} (hold ${hold.alone}); in a batch ${large.batch.ratio.toFixed(2)} (hold ${hold.batch}); growth ${growth.toFixed(2)} (hold ${hold.growth})`,
);
const isKept =
  large.alone.ratio <= hold.alone && large.batch.ratio <= hold.batch && growth <= hold.growth;
if (!isKept) process.exitCode = 1;
