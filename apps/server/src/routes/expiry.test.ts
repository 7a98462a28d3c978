import { rmSync } from "node:fs";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@alongside/usecases/context";
import {
  openMatchWorld,
  type MatchLeader,
  type MatchWorld,
} from "../../../../packages/usecases/src/shortlist/match-world.ts";
import { emptyWebFolder, origin } from "../../test/app.ts";
import { createApp } from "../app.ts";
import { openFileStore } from "../file-store.ts";
import { clockJob } from "../jobs/clock.ts";
import { newId } from "../open.ts";
import { createPrinter } from "../pdf/print.ts";

const day = 24 * 60 * 60 * 1_000;
const log = pino({ level: "silent" });

let world: MatchWorld;
let lena: MatchLeader;
let max: MatchLeader;
let app: ReturnType<typeof createApp>;
const webFolder = emptyWebFolder();

beforeEach(async () => {
  world = await openMatchWorld();
  lena = await world.addLeader("Lena");
  max = await world.addLeader("Max", { offering: { areas: [weaker] } });
  const { database, auth, now } = world;
  const files = openFileStore(webFolder);
  const printPdf = createPrinter({ chromium: undefined, patience: 1 });
  const shown = { origin, showsMailbox: false, webFolder };
  app = createApp({ database, auth, log, now, newId, files, printPdf, ...shown });
});
afterEach(() => {
  world.drop();
  rmSync(webFolder, { recursive: true, force: true });
});

const weaker = { area: "phonics-and-early-reading", level: 1, evidence: "One school" } as const;

/** The cookie of somebody who signs in now. */
const cookieOf = async ({ actor }: Context): Promise<string> => {
  if (actor.kind !== "person") throw new Error("nobody signs in");
  const { personId } = actor;
  const sql =
    "INSERT OR IGNORE INTO second_factors (person_id, sealed_secret, created_at, confirmed_at) VALUES (?, 'x', 'x', 'x')";
  await world.database.client.execute({ sql, args: [personId] });
  const { token } = await world.auth.sessions.start({ personId, secondFactorAt: world.now() });
  return `__Host-session=${token}`;
};

type Reply = { readonly status: number; readonly body: string };

const ask = async (who: Context, procedure: string, input: object): Promise<Reply> => {
  const text = encodeURIComponent(JSON.stringify({ area: "here", ...input }));
  const headers = { cookie: await cookieOf(who), "x-forwarded-for": "192.0.2.1" };
  const answer = await app.request(`/trpc/${procedure}?input=${text}`, { headers });
  return { status: answer.status, body: await answer.text() };
};

const send = async (who: Context, procedure: string, input: object): Promise<Reply> => {
  const cookie = await cookieOf(who);
  const plain = { origin, "content-type": "application/json", "x-forwarded-for": "192.0.2.1" };
  const body = JSON.stringify({ area: "here", ...input });
  const headers = { ...plain, cookie, "content-length": String(body.length) };
  const answer = await app.request(`/trpc/${procedure}`, { method: "POST", headers, body });
  return { status: answer.status, body: await answer.text() };
};

/** One round of the clock that the server runs beside the requests. */
const tick = () =>
  clockJob(
    { database: world.database, contextFor: (actor) => world.as(actor) },
    { auth: world.auth, log },
  ).round();

const offerTo = async (leader: MatchLeader): Promise<Reply> => {
  const { rows } = await world.database.client.execute("SELECT id, version FROM needs");
  const seen = { needId: String(rows[0]?.["id"]), version: Number(rows[0]?.["version"]) };
  const given = { halfDays: 12, note: "", overrideReason: "", leader: leader.personId };
  return send(world.coordinator, "offer.send", { ...seen, ...given });
};

/** The state and version of the offer that was touched last, with its id. */
const lastOffer = async () => {
  const { rows } = await world.database.client.execute(
    "SELECT id, state, version FROM offers ORDER BY changed_at DESC, rowid DESC LIMIT 1",
  );
  const [row] = rows;
  return {
    id: String(row?.["id"]),
    state: String(row?.["state"]),
    version: Number(row?.["version"]),
  };
};

describe("an offer that nobody answers, over HTTP", () => {
  it("runs out with its clock, frees the days, and the next on the list is suggested and asked", async () => {
    const need = await world.openedNeed();
    expect((await offerTo(lena)).status).toBe(200);
    const sent = await lastOffer();
    const held = await ask(world.coordinator, "offer.get", { id: sent.id });
    expect(held.body).toMatch(/"state":"sent".*"awaited":"leader".*"due":"2026-03-09T/);
    expect((await tick())["expired"]).toBe(0);

    world.pass(8 * day);
    const late = await send(lena.ctx, "offer.accept", { id: sent.id, version: sent.version });
    expect([late.status, late.body]).toEqual([409, expect.stringContaining('"too-late"')]);
    expect((await tick())["expired"]).toBe(1);
    expect((await tick())["expired"]).toBe(0);
    expect(await lastOffer()).toMatchObject({ id: sent.id, state: "expired" });
    const over = await ask(lena.ctx, "offer.get", { id: sent.id });
    expect(over.body).toContain('"awaited":null');
    expect((await ask(world.head, "need.get", { id: need.id })).body).toContain('"state":"open"');

    const next = await ask(world.coordinator, "offer.next", { needId: need.id });
    expect(next.body).toMatch(/"after":\{[^}]*"state":"expired","leader":"Lena"/);
    expect(next.body).toMatch(/"leader":\{"personId":"max","name":"Max"/);
    expect((await ask(world.head, "offer.next", { needId: need.id })).status).toBe(403);
    expect((await offerTo(max)).status).toBe(200);
    const asked = await lastOffer();
    const { version } = asked;
    expect((await send(max.ctx, "offer.accept", { id: asked.id, version })).status).toBe(200);
  });
});
