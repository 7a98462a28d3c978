import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandLine } from "@alongside/domain/identity";
import { record } from "../context/index.ts";
import type { IdentityContext } from "../identity/index.ts";
import { grants, openWorld, refusalOf, type World } from "../identity/world.ts";
import {
  anchorLog,
  noteJobRun,
  showOperations,
  sweepReplies,
  verifyDaily,
  verifyLog,
} from "./index.ts";

let world: World;
let administrator: IdentityContext;
beforeEach(async () => {
  world = await openWorld();
  administrator = await world.signedIn("Administrator", grants.administrator);
});
afterEach(() => world.drop());

const note = () =>
  world.database.write((tx) =>
    record(world.as(commandLine), tx, {
      areaId: null,
      entity: "area",
      entityId: "here",
      entityVersion: 1,
      kind: "noted",
    }),
  );

const run = (error: string | null, endedAt = "2026-03-02T09:00:00.000Z") =>
  noteJobRun(world.database, {
    name: "clock",
    startedAt: endedAt,
    endedAt,
    counts: { done: 1 },
    error,
  });

describe("the page of operations", () => {
  it("counts mails by where they stand, and tells the age of the oldest", async () => {
    await world.database.client.executeMultiple(`
      INSERT INTO outbox_mails (id, recipient, template, content, created_at, attempts, last_error, sent_at) VALUES
        ('a', 'x@a.example', 't', '{}', '2026-03-01', 0, NULL, NULL), ('b', 'x@a.example', 't', '{}', '2026-03-02', 2, 'no', NULL),
        ('c', 'x@a.example', 't', '{}', '2026-02-01', 8, 'no', NULL), ('d', 'x@a.example', 't', '{}', '2026-01-01', 1, NULL, '2026-01-01');`);
    const seen = await showOperations(administrator);
    expect(seen.mails).toEqual({
      waiting: 1,
      trying: 1,
      failed: 1,
      undelivered: 0,
      oldest: "2026-03-01",
    });
    expect(JSON.stringify(seen)).not.toContain("x@a.example");
  });

  it("tells of regular work when it last ended well, and how often it failed since", async () => {
    await run(null);
    await run("TypeError", "2026-03-02T09:01:00.000Z");
    await run("TypeError", "2026-03-02T09:02:00.000Z");
    const { jobs } = await showOperations(administrator);
    expect(jobs).toMatchObject([
      {
        name: "clock",
        isFine: false,
        failures: 2,
        error: "TypeError",
        fineAt: "2026-03-02T09:00:00.000Z",
      },
    ]);
    await run(null, "2026-03-02T09:03:00.000Z");
    expect((await showOperations(administrator)).jobs).toMatchObject([
      { isFine: true, failures: 0 },
    ]);
  });

  it("is for operators and administrators", async () => {
    const officer = await world.signedIn("Officer", grants.officer);
    expect(await refusalOf(() => showOperations(officer))).toEqual({ kind: "not-allowed" });
    expect(await refusalOf(() => verifyLog(officer))).toEqual({ kind: "not-allowed" });
    expect(
      (await showOperations(await world.signedIn("Operator", grants.operator))).backup,
    ).toBeNull();
  });
});

describe("the log", () => {
  it("is sealed at its end when it has moved on, and not again before", async () => {
    await note();
    const ctx = world.as(commandLine);
    expect(await anchorLog(ctx)).toBe(1);
    expect(await anchorLog(ctx)).toBe(0);
    await note();
    expect(await anchorLog(ctx)).toBe(0);
    world.pass(10 * 60_000);
    expect(await anchorLog(ctx)).toBe(1);
    expect(await verifyLog(administrator)).toMatchObject({ anchors: 2, fault: null });
  });

  it("is verified on request, which is on record, and once a day by itself", async () => {
    await note();
    expect((await verifyLog(administrator)).fault).toBeNull();
    expect(await world.events("log-verified")).toHaveLength(1);
    expect(await verifyDaily(world.as(commandLine))).toEqual({ verified: 0, faults: 0 });
    world.pass(25 * 60 * 60_000);
    expect((await verifyDaily(world.as(commandLine))).verified).toBeGreaterThan(0);
    expect((await showOperations(administrator)).verification).toMatchObject({ isFine: true });
  });

  it("that was rewritten whole is found by its seals, and the page says so", async () => {
    await note();
    await anchorLog(world.as(commandLine));
    await world.database.client.executeMultiple(`
      DROP TRIGGER event_anchors_never_change; UPDATE event_anchors SET hash = 'another';`);
    expect((await verifyLog(administrator)).fault?.reason).toMatch(/seal/);
    expect((await showOperations(administrator)).verification).toMatchObject({ isFine: false });
  });
});

it("forgets replies after 30 days, and no sooner", async () => {
  await world.database.client.execute(
    "INSERT INTO idempotent_replies (key, reply, at) VALUES ('old', '1', '2026-01-01'), ('new', '1', '2026-02-20')",
  );
  expect(await sweepReplies(world.as(commandLine))).toBe(1);
});
