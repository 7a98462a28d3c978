import { dateOf } from "@alongside/domain/calendar";
import { toConcernId, type Stage } from "@alongside/domain/concern";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { readAccessLog } from "../identity/access-log.ts";
import { changesAfter, lastNumber } from "../live/index.ts";
import { grants, places, refusalOf } from "../identity/world.ts";
import { openNeedWorld, type NeedWorld } from "../need/need-world.ts";
import {
  escalateConcern,
  getConcern,
  handleConcern,
  listConcerns,
  raiseConcernAbout,
  readConcern,
  recordConcernReply,
  resolveConcern,
  type ConcernSeen,
} from "./index.ts";

let world: NeedWorld;
beforeEach(async () => {
  world = await openNeedWorld();
});
afterEach(() => world.database.drop());

const text = "Two governors resigned and said why";
const raised = (ctx: Context = world.officer): Promise<ConcernSeen> =>
  raiseConcernAbout(ctx, world.area, { urn: places.alder, text });
const handled = async (): Promise<ConcernSeen> =>
  handleConcern(world.coordinator, world.area, { ...(await raised()), handling: "Met the head" });
const letter = {
  reason: "insufficient-progress",
  letter: "Dear Head, we met on Monday",
  replyBy: dateOf(2026, 3, 20),
};
const escalate = (seen: ConcernSeen, stage: Stage, changes: Partial<typeof letter> = {}) =>
  escalateConcern(world.officer, world.area, { ...seen, stage, ...letter, ...changes });
const words = /governors resigned|Met the head|Dear Head|plan is attached|plan was carried/;

describe("a concern", () => {
  it("goes from raised to resolved by letters that stand as awaited, late or answered", async () => {
    const { area, officer } = world;
    const first = await escalate(await handled(), 1);
    expect(await getConcern(officer, area, first.id)).toMatchObject({
      state: "escalated",
      school: { name: "Alder School" },
      raisedBy: "Olu",
      letters: [{ stage: 1, state: "awaiting-reply", replyBy: "2026-03-20" }],
      nextStage: 2,
      may: { handle: false, escalate: true, reply: true, resolve: true },
    });
    world.pass(20 * 24 * 60 * 60_000);
    const second = await escalate(first, 2, { replyBy: dateOf(2026, 4, 2) });
    const replied = await recordConcernReply(officer, area, {
      ...second,
      text: "The plan is attached",
    });
    expect((await getConcern(officer, area, first.id)).letters.map(({ state }) => state)).toEqual([
      "unanswered",
      "answered",
    ]);
    await resolveConcern(officer, area, { ...replied, resolution: "The plan was carried out" });
    const page = await getConcern(officer, area, first.id);
    expect(page.timeline.map(({ kind, by }) => [kind, by])).toEqual([
      ["concern-resolved", "Olu"],
      ["concern-replied", "Olu"],
      ["concern-escalated", "Olu"],
      ["concern-escalated", "Olu"],
      ["concern-handled", "Cora"],
      ["concern-raised", "Olu"],
    ]);
    expect(page.may).toEqual({ handle: false, escalate: false, reply: false, resolve: false });
  });

  it("says nothing of itself to a page, a list, the log or the mail: its words are read on record", async () => {
    const { area, officer, coordinator, administrator } = world;
    const first = await escalate(await handled(), 1);
    await recordConcernReply(officer, area, { ...first, text: "The plan is attached" });
    const shown = [
      await getConcern(officer, area, first.id),
      await listConcerns(officer, area, {}),
    ];
    const logged = [await world.events(), await world.mails()];
    expect(JSON.stringify([shown, logged])).not.toMatch(words);
    expect(await world.events("sensitive-read")).toEqual([]);
    expect(await readConcern(coordinator, area, first.id)).toMatchObject({
      text,
      handling: "Met the head",
      resolution: null,
      letters: [{ letter: letter.letter, reply: { text: "The plan is attached" } }],
    });
    const filter = { areaId: area.id, group: "reading" } as const;
    expect(await readAccessLog(administrator, filter, { limit: 10 })).toMatchObject([
      { kind: "sensitive-read", actorName: "Cora", entity: "concern", schoolName: "Alder School" },
    ]);
    // Whoever read it last has not changed it: the one who changed it is named.
    expect(await refusalOf(() => escalate({ ...first, version: 1 }, 2))).toMatchObject({
      kind: "changed-since",
      by: "Olu",
    });
  });

  it("is for an officer and the coordinator of the zone, and never for somebody of that school", async () => {
    const { area, officer, coordinator, strangers } = world;
    const seen = await raised();
    const others = {
      ...strangers,
      "the school's head": world.head,
      "the school's staff": world.staff,
      "an administrator": world.administrator,
    };
    for (const [who, ctx] of Object.entries(others)) {
      for (const look of [
        () => getConcern(ctx, area, seen.id),
        () => readConcern(ctx, area, seen.id),
        () => handleConcern(ctx, area, { ...seen, handling: "x" }),
        () => resolveConcern(ctx, area, { ...seen, resolution: "x" }),
        () => recordConcernReply(ctx, area, { ...seen, text: "x" }),
        () => escalateConcern(ctx, area, { ...seen, stage: 1, ...letter }),
      ])
        expect([who, await refusalOf(look)]).toEqual([who, { kind: "not-found" }]);
    }
    for (const who of ["the head of another school", "a board member", "nobody"]) {
      const ctx = strangers[who];
      if (ctx === undefined) throw new Error(`there is no ${who}`);
      expect(await refusalOf(() => listConcerns(ctx, area, {}))).toEqual({ kind: "not-found" });
      expect(await refusalOf(() => raised(ctx))).toEqual({ kind: "not-found" });
    }
    const eastern = strangers["the coordinator of another zone"];
    if (eastern === undefined) throw new Error("nobody coordinates the East");
    expect((await listConcerns(eastern, area, {})).concerns).toEqual([]);
    expect(await refusalOf(() => raised(eastern))).toEqual({ kind: "not-allowed" });
    for (const ctx of [officer, coordinator])
      expect((await listConcerns(ctx, area, {})).concerns).toHaveLength(1);
    expect(await world.events("sensitive-read")).toEqual([]);
  });

  it("about one’s own school is kept from an officer who teaches there", async () => {
    const { area } = world;
    const seen = await raised();
    const both = await world.signedIn("Ollie", grants.officer, grants.staff);
    expect((await listConcerns(both, area, {})).concerns).toEqual([]);
    expect(await refusalOf(() => getConcern(both, area, seen.id))).toEqual({ kind: "not-found" });
    expect(await refusalOf(() => raised(both))).toEqual({ kind: "not-allowed" });
  });

  it("is named to live pages of those alone who handle it", async () => {
    const { area, officer, coordinator, administrator, strangers } = world;
    const before = await lastNumber(officer);
    const { id } = await raised();
    const hears = async (ctx: Context | undefined) => {
      if (ctx === undefined) throw new Error("there is no such person");
      const { changes } = await changesAfter(ctx, area, before);
      return changes.some((change) => change.entity === "concern" && change.id === id);
    };
    expect([await hears(officer), await hears(coordinator)]).toEqual([true, true]);
    for (const ctx of [administrator, strangers["the coordinator of another zone"], world.head])
      expect(await hears(ctx)).toBe(false);
  });

  it("of another area answers as one that does not exist, and so does a school of another area", async () => {
    const { area, officer } = world;
    const seen = await raised();
    const there = await world.signedIn("Otto", { role: "officer", areaId: places.there });
    const other = { ...area, id: places.there };
    expect(await refusalOf(() => getConcern(there, other, seen.id))).toEqual({ kind: "not-found" });
    expect(await refusalOf(() => getConcern(officer, area, toConcernId("none")))).toEqual({
      kind: "not-found",
    });
    expect(
      await refusalOf(() => raiseConcernAbout(officer, area, { urn: places.cedar, text })),
    ).toEqual({ kind: "not-found" });
  });

  it("is raised once for a key, in words, and left in the log", async () => {
    const { area, officer } = world;
    const input = { urn: places.alder, text, key: "the-same-key" };
    const [one, again] = await Promise.all([
      raiseConcernAbout(officer, area, input),
      raiseConcernAbout(officer, area, input),
    ]);
    expect(one).toEqual(again);
    expect(
      await refusalOf(() => raiseConcernAbout(officer, area, { ...input, text: " " })),
    ).toEqual({ kind: "words-needed", field: "text" });
    expect(await world.events("concern-raised")).toMatchObject([
      { actor: "olu", areaId: "here", entity: "concern", payload: { urn: places.alder } },
    ]);
  });

  it("refuses what does not follow, a reason that is not on the list, and the slower of two", async () => {
    const { area, officer } = world;
    const first = await raised();
    expect(await refusalOf(() => escalate(first, 1))).toMatchObject({ kind: "wrong-state" });
    const now = await handleConcern(officer, area, { ...first, handling: "Met the head" });
    expect(await refusalOf(() => escalate(now, 2))).toMatchObject({ kind: "stage-out-of-order" });
    expect(await refusalOf(() => escalate(now, 1, { letter: " " }))).toMatchObject({
      kind: "words-needed",
      field: "letter",
    });
    expect(await refusalOf(() => escalate(now, 1, { replyBy: dateOf(2026, 3, 2) }))).toMatchObject({
      kind: "reply-by-not-ahead",
    });
    expect(await refusalOf(() => escalate(now, 1, { reason: "a whim" }))).toEqual({
      kind: "invalid-input",
      fields: { reason: "Choose a reason" },
    });
    const both = await Promise.allSettled([escalate(now, 1), escalate(now, 1)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await getConcern(officer, area, now.id)).letters).toHaveLength(1);
    const { version } = await getConcern(officer, area, now.id);
    const replied = await recordConcernReply(officer, area, { id: now.id, version, text: "Yes" });
    expect(
      await refusalOf(() => recordConcernReply(officer, area, { ...replied, text: "No" })),
    ).toMatchObject({ kind: "already-replied" });
  });

  it("is listed while it is open, and resolved ones on asking", async () => {
    const { area, officer } = world;
    const one = await handled();
    await resolveConcern(officer, area, { ...one, resolution: "Settled" });
    await raised();
    expect(await listConcerns(officer, area, {})).toMatchObject({
      concerns: [{ state: "raised" }],
      counts: { raised: 1, handled: 0, escalated: 0, resolved: 1 },
    });
    const { concerns } = await listConcerns(officer, area, { states: ["resolved"] });
    expect(concerns).toMatchObject([{ id: one.id, state: "resolved" }]);
  });
});
