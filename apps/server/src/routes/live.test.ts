import type { Server } from "node:http";
import { sessionCookie } from "@alongside/auth";
import { openDatabase } from "@alongside/db";
import type { Actor } from "@alongside/domain/identity";
import { askForMore, bandNeed, type NeedSeen } from "@alongside/usecases/need";
import { pino } from "pino";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  openMatchWorld,
  type MatchWorld,
} from "../../../../packages/usecases/src/shortlist/match-world.ts";
import { createApp } from "../app.ts";
import { openFileStore } from "../file-store.ts";
import { createPrinter } from "../pdf/print.ts";
import { newId } from "../open.ts";
import { serverFor } from "../turn.ts";

let world: MatchWorld;
let need: NeedSeen;
let server: Server;
let address: string;
let webFolder: string;

const listenOn = (app: ReturnType<typeof createApp>): Promise<Server> =>
  new Promise((up) => {
    const made = serverFor(app).listen(0, "127.0.0.1", () => up(made));
  });

const portOf = (given: Server): number => {
  const place = given.address();
  return typeof place === "object" && place !== null ? place.port : 0;
};

const dependencies = () => ({
  database: world.database,
  auth: world.auth,
  log: pino({ level: "silent" }),
  now: world.now,
  newId,
  origin: undefined,
  showsMailbox: false,
  files: openFileStore(webFolder),
  printPdf: createPrinter({ chromium: undefined, patience: 1 }),
  webFolder,
});

beforeEach(async () => {
  world = await openMatchWorld();
  need = await world.openedNeed();
  // Invented people need no second factor, which real ones of the partnership's staff do.
  await world.database.client.execute("UPDATE people SET is_demonstration = 1");
  webFolder = mkdtempSync(join(tmpdir(), "alongside-live-"));
  writeFileSync(join(webFolder, "index.html"), "<!doctype html>");
  server = await listenOn(createApp(dependencies()));
  address = `http://127.0.0.1:${portOf(server)}`;
});
afterEach(() => {
  server.close();
  if ("closeAllConnections" in server) server.closeAllConnections();
  world.drop();
  rmSync(webFolder, { recursive: true });
});

const idOf = (actor: Actor) => {
  if (actor.kind !== "person") throw new Error("nobody");
  return actor.personId;
};

type Line = { readonly id: string; readonly text: string };

/** Somebody who listens; what they heard so far, and whether the server has ended it. */
const listen = async (
  actor: Actor,
  given: { readonly area?: string; readonly lastEventId?: string } = {},
) => {
  const { token } = await world.auth.sessions.start({
    personId: idOf(actor),
    secondFactorAt: world.now(),
  });
  const { area = "here", lastEventId } = given;
  const input = encodeURIComponent(JSON.stringify({ area }));
  const ends = new AbortController();
  const reply = await fetch(`${address}/trpc/live.changes?input=${input}`, {
    headers: {
      cookie: sessionCookie(token, { secure: false }),
      ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
    },
    signal: ends.signal,
  });
  const heard: Line[] = [];
  const state = { isOver: false, raw: "" };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const part of reply.body ?? []) {
      state.raw += decoder.decode(part, { stream: true });
      heard.length = 0;
      for (const block of state.raw.split("\n\n")) {
        const id = /^id: (.*)$/m.exec(block)?.[1];
        const text = /^data: (.*)$/m.exec(block)?.[1];
        if (id !== undefined && text !== undefined) heard.push({ id, text });
      }
    }
    state.isOver = true;
  };
  const reading = read().catch(() => undefined);
  return {
    status: reply.status,
    kind: reply.headers.get("content-type") ?? "",
    token,
    heard,
    raw: () => state.raw,
    isOver: () => state.isOver || /event: return/.test(state.raw),
    leave: async () => {
      ends.abort();
      await reading;
    },
  };
};

const until = async (is: () => boolean, most = 6_000): Promise<boolean> => {
  const started = performance.now();
  while (!is() && performance.now() - started < most)
    await new Promise((next) => setTimeout(next, 25));
  return is();
};

const band = (more: Partial<Parameters<typeof bandNeed>[2]> = {}) =>
  bandNeed(world.coordinator, world.area, { ...need, band: 1, reason: "It is worse", ...more });

describe("live updates", () => {
  it("name a changed record to those who may see it, within two seconds, and to nobody else", async () => {
    const lena = await world.addLeader("Lena");
    const listeners = {
      head: await listen(world.head.actor),
      officer: await listen(world.officer.actor),
      leader: await listen(lena.ctx.actor),
      otherHead: await listen(world.homeHead.actor),
    };
    expect([listeners.head.status, listeners.head.kind]).toEqual([200, "text/event-stream"]);
    await band();
    expect(await until(() => listeners.head.heard.length > 0, 2_500)).toBe(true);
    expect(listeners.head.heard[0]?.text).toBe(
      JSON.stringify({ isAll: false, changes: [{ entity: "need", id: need.id }] }),
    );
    expect(await until(() => listeners.officer.heard.length > 0)).toBe(true);
    await new Promise((next) => setTimeout(next, 1_500));
    expect([listeners.leader.heard, listeners.otherHead.heard]).toEqual([[], []]);
    for (const { leave } of Object.values(listeners)) await leave();
  });

  it("hear of what another process wrote", async () => {
    const officer = await listen(world.officer.actor);
    const other = openDatabase({ url: world.database.url });
    const { read, write } = other;
    await bandNeed({ ...world.coordinator, read, write }, world.area, {
      ...need,
      band: 1,
      reason: "It is worse",
    });
    expect(await until(() => officer.heard.length > 0)).toBe(true);
    other.close();
    await officer.leave();
  });

  it("go on where they broke off, and lose nothing in between", async () => {
    const officer = await listen(world.officer.actor);
    const first = await band();
    await until(() => officer.heard.length > 0);
    const lastEventId = officer.heard[0]?.id ?? "";
    await officer.leave();
    const question = { id: need.id, version: first.version, text: "How many classes?" };
    await askForMore(world.coordinator, world.area, question);
    const again = await listen(world.officer.actor, { lastEventId });
    expect(await until(() => again.heard.length > 0)).toBe(true);
    expect(Number(again.heard[0]?.id)).toBeGreaterThan(Number(lastEventId));
    await again.leave();
  });

  it("end with the session, and with the part in the area", async () => {
    const head = await listen(world.head.actor);
    const officer = await listen(world.officer.actor);
    await world.auth.sessions.endAllOf(idOf(world.head.actor));
    await world.database.client.execute({
      sql: "UPDATE role_grants SET ended_at = '2026-03-02' WHERE person_id = ?",
      args: [idOf(world.officer.actor)],
    });
    await band();
    expect(await until(head.isOver)).toBe(true);
    expect(await until(officer.isOver)).toBe(true);
    expect([head.heard, officer.heard]).toEqual([[], []]);
    await head.leave();
    await officer.leave();
  });

  it("do not keep an idle session going", async () => {
    const head = await listen(world.head.actor);
    world.pass(61 * 60_000);
    await band();
    expect(await until(head.isOver)).toBe(true);
    await head.leave();
  });

  it("are not for visitors, nor for another area", async () => {
    const stranger = world.strangers["a head of another area"];
    if (stranger === undefined) throw new Error("nobody heads a school elsewhere");
    const refused = await listen(stranger.actor);
    expect(await until(refused.isOver)).toBe(true);
    expect(refused.raw()).toContain('"refusal":{"kind":"not-found"}');
    await refused.leave();
    const input = encodeURIComponent(JSON.stringify({ area: "here" }));
    const visitor = await fetch(`${address}/trpc/live.changes?input=${input}`);
    expect(await visitor.text()).toContain('"refusal":{"kind":"sign-in-required"}');
  });
});
