import { dateOf, addDays } from "@alongside/domain/calendar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { hour, refusalOf } from "../identity/world.ts";
import {
  answerQuestion,
  askForMore,
  bandNeed,
  closeNeed,
  getNeed,
  holdNeed,
  readPrivateWords,
  reopenNeed,
  resumeNeed,
  triageNeed,
  withdrawNeed,
  type Changed,
  type NeedSeen,
} from "./index.ts";
import { leo, openNeedWorld, sentBy, unknownNeed, type NeedWorld } from "./need-world.ts";

let world: NeedWorld;
let seen: NeedSeen;
beforeEach(async () => {
  world = await openNeedWorld();
  seen = await sentBy(world);
});
afterEach(() => world.drop());

const today = dateOf(2026, 3, 2);
const banding = { band: 2, reason: "Causing concern in one area" } as const;
const opened = async (): Promise<NeedSeen> => {
  const { version } = await triageNeed(world.coordinator, world.area, { ...seen, ...banding });
  return { id: seen.id, version };
};

type Try = (ctx: Context, given: NeedSeen) => Promise<unknown>;

/** What a coordinator does to a need that was just sent. */
const acts: Readonly<Record<string, Try>> = {
  triage: (ctx, given) => triageNeed(ctx, world.area, { ...given, ...banding }),
  ask: (ctx, given) => askForMore(ctx, world.area, { ...given, text: "Which years?" }),
  hold: (ctx, given) =>
    holdNeed(ctx, world.area, { ...given, reason: "Inspection", until: addDays(today, 9) }),
  close: (ctx, given) =>
    closeNeed(ctx, world.area, { ...given, outcome: "escalated", note: "A concern" }),
};

describe("every act of a coordinator", () => {
  it("is refused to the school, and to an administrator", async () => {
    for (const [name, act] of Object.entries(acts)) {
      for (const ctx of [world.head, world.staff, world.administrator]) {
        expect(await refusalOf(() => act(ctx, seen)), name).toEqual({ kind: "not-allowed" });
      }
    }
  });

  it("answers not-found to everyone who must not know of the need, as for no need at all", async () => {
    for (const [name, act] of Object.entries(acts)) {
      for (const [who, ctx] of Object.entries(world.strangers)) {
        const refusal = await refusalOf(() => act(ctx, seen));
        expect(refusal, `${who}: ${name}`).toEqual({ kind: "not-found" });
      }
      const nowhere = { id: unknownNeed, version: 1 };
      expect(await refusalOf(() => act(world.officer, nowhere))).toEqual({ kind: "not-found" });
    }
  });

  it("happens once when two do it at once; the slower is told who was faster", async () => {
    for (const [name, act] of Object.entries(acts)) {
      const need = await sentBy(world);
      const tries = [world.coordinator, world.officer].map((ctx) => act(ctx, need));
      const outcomes = await Promise.allSettled(tries);
      const statuses = outcomes.map(({ status }) => status).toSorted();
      expect(statuses, name).toEqual(["fulfilled", "rejected"]);
      expect(await refusalOf(() => act(world.officer, need)), name).toMatchObject({
        kind: "changed-since",
        by: "Cora",
        version: need.version + 1,
      });
    }
  });
});

describe("triage", () => {
  it("puts a need into a band with the reason, takes it, tells the head", async () => {
    await opened();
    const page = await getNeed(world.head, world.area, seen.id);
    expect(page).toMatchObject({
      state: "open",
      band: banding.band,
      bandReason: banding.reason,
      coordinator: "Cora",
      next: { who: "coordinator", what: "find-leader" },
    });
    expect(page.timeline[0]).toMatchObject({
      kind: "need-opened",
      by: "Cora",
      facts: { band: "2", reason: banding.reason },
    });
    expect((await world.needMails()).at(-1)).toEqual(["need-opened", "hana@alder.example"]);
  });

  it("needs a reason", async () => {
    const work = () => triageNeed(world.officer, world.area, { ...seen, band: 1, reason: " " });
    expect(await refusalOf(work)).toEqual({ kind: "words-needed", field: "reason" });
  });

  it("moves a need to another band, which may be the urgent one", async () => {
    const given = { ...(await opened()), band: 1, reason: "An inspection is near" } as const;
    await bandNeed(world.coordinator, world.area, given);
    const page = await getNeed(world.head, world.area, seen.id);
    expect(page).toMatchObject({ band: 1, isUrgent: true });
  });
});

describe("a question", () => {
  it("goes to the school with a clock, and comes back answered", async () => {
    const asked = await askForMore(world.coordinator, world.area, {
      ...seen,
      text: "Which years?",
    });
    const page = await getNeed(world.head, world.area, seen.id);
    expect(page).toMatchObject({
      question: { text: "Which years?" },
      next: { who: "school", what: "answer", by: "2026-03-09T23:59:59.999Z" },
    });
    const answer = { id: seen.id, version: asked.version, text: "Years 1 and 2" };
    await answerQuestion(world.staff, world.area, answer);
    const after = await getNeed(world.coordinator, world.area, seen.id);
    expect(after.question).toBeNull();
    expect(after.timeline.slice(0, 2)).toMatchObject([
      { kind: "need-answered", by: "Stan", facts: { text: "Years 1 and 2" } },
      { kind: "need-questioned", by: "Cora", facts: { text: "Which years?" } },
    ]);
    expect((await world.needMails()).slice(-2)).toEqual([
      ["need-question", "hana@alder.example"],
      ["need-answered", "cora@alder.example"],
    ]);
  });

  it("is answered by the school or on its behalf only, and only when one is open", async () => {
    const answer = (ctx: Context, given: NeedSeen): Promise<Changed> =>
      answerQuestion(ctx, world.area, { ...given, text: "Years 1 and 2" });
    expect(await refusalOf(() => answer(world.head, seen))).toEqual({ kind: "no-question-open" });
    const asked = await askForMore(world.officer, world.area, { ...seen, text: "Which years?" });
    const given = { id: seen.id, version: asked.version };
    expect(await refusalOf(() => answer(world.coordinator, given))).toEqual({
      kind: "not-allowed",
    });
    await answer(world.actingCoordinator, given);
    const { timeline } = await getNeed(world.head, world.area, seen.id);
    expect(timeline[0]).toMatchObject({ by: "Acton", isOnBehalf: true });
  });
});

describe("a need on hold", () => {
  it("says why and until when, and goes on where it was", async () => {
    const given = { ...(await opened()), reason: "Inspection", until: addDays(today, 9) };
    const held = await holdNeed(world.coordinator, world.area, given);
    expect(await getNeed(world.head, world.area, seen.id)).toMatchObject({
      state: "on-hold",
      hold: { reason: "Inspection", until: "2026-03-11" },
      next: { who: "coordinator", what: "resume", by: "2026-03-11T00:00:00.000Z" },
    });
    await resumeNeed(world.coordinator, world.area, { id: seen.id, version: held.version });
    expect(await getNeed(world.head, world.area, seen.id)).toMatchObject({
      state: "open",
      band: 2,
    });
  });

  it("comes back on a day that is ahead", async () => {
    const given = { ...seen, reason: "Inspection", until: today };
    expect(await refusalOf(() => holdNeed(world.coordinator, world.area, given))).toEqual({
      kind: "hold-not-ahead",
      until: today,
      today,
    });
  });
});

describe("closing and reopening", () => {
  it("closes a duplicate with the need that it repeats, which must be the same school's", async () => {
    const original = await sentBy(world);
    const close = (duplicateOf?: NeedSeen["id"]) =>
      closeNeed(world.coordinator, world.area, {
        ...seen,
        outcome: "duplicate",
        note: "Posted twice",
        duplicateOf,
      });
    expect(await refusalOf(() => close())).toMatchObject({ kind: "duplicate-of-what" });
    expect(await refusalOf(() => close(seen.id))).toMatchObject({ kind: "duplicate-of-what" });
    expect(await refusalOf(() => close(unknownNeed))).toEqual({ kind: "not-found" });
    await close(original.id);
    expect(await world.events("need-closed")).toMatchObject([
      { payload: { outcome: "duplicate", duplicateOf: original.id } },
    ]);
  });

  it("refuses an outcome that the need cannot have yet", async () => {
    const given = { ...seen, outcome: "met", note: "All well" } as const;
    expect(await refusalOf(() => closeNeed(world.officer, world.area, given))).toMatchObject({
      kind: "outcome-not-possible",
      outcome: "met",
    });
  });

  it("lets the head withdraw and reopen, and nobody below", async () => {
    const given = { ...seen, note: "We found someone" };
    for (const ctx of [world.staff, world.coordinator]) {
      expect(await refusalOf(() => withdrawNeed(ctx, world.area, given))).toEqual({
        kind: "not-allowed",
      });
    }
    const { version } = await withdrawNeed(world.head, world.area, given);
    const page = await getNeed(world.head, world.area, seen.id);
    expect(page).toMatchObject({ closed: { outcome: "withdrawn", note: "We found someone" } });
    const again = { id: seen.id, version, reason: "They left" };
    expect(await refusalOf(() => reopenNeed(world.staff, world.area, again))).toEqual({
      kind: "not-allowed",
    });
    await reopenNeed(world.head, world.area, again);
    expect((await getNeed(world.head, world.area, seen.id)).state).toBe("submitted");
  });

  it("leaves it to the coordinator to reopen what the coordinator closed", async () => {
    const { version } = await closeNeed(world.officer, world.area, {
      ...seen,
      outcome: "escalated",
      note: "A concern",
    });
    const again = { id: seen.id, version, reason: "Solved" };
    expect(await refusalOf(() => reopenNeed(world.head, world.area, again))).toEqual({
      kind: "not-allowed",
    });
    await reopenNeed(world.coordinator, world.area, again);
    const { timeline } = await getNeed(world.head, world.area, seen.id);
    expect(timeline[0]).toMatchObject({ kind: "need-reopened", by: "Cora", isOnBehalf: false });
  });
});

describe("private words", () => {
  it("stay out of the coordinator's page until they are asked for, which is recorded", async () => {
    const given = await sentBy(world, { preferred: [{ leader: leo, privateReason: "Kind" }] });
    const page = await getNeed(world.coordinator, world.area, given.id);
    expect(page.hasPrivateWords).toBe(true);
    expect(page.names).toEqual({ leo: "Leo" });
    expect(JSON.stringify(page)).not.toMatch(/chair does not know|Kind/);
    world.pass(hour);
    expect(await readPrivateWords(world.coordinator, world.area, given.id)).toEqual({
      sensitiveNote: "The chair does not know yet",
      preferred: [{ leader: "Leo", privateReason: "Kind" }],
      avoided: [],
    });
    const { timeline, version } = await getNeed(world.head, world.area, given.id);
    expect(timeline[0]).toMatchObject({ kind: "need-private-words-read", by: "Cora" });
    expect(version).toBe(given.version);
  });

  it("are read by the school itself without a record", async () => {
    await readPrivateWords(world.head, world.area, seen.id);
    expect(await world.events("need-private-words-read")).toEqual([]);
  });

  it("are nobody else's", async () => {
    for (const [who, ctx] of Object.entries(world.strangers)) {
      const refusal = await refusalOf(() => readPrivateWords(ctx, world.area, seen.id));
      expect(refusal, who).toEqual({ kind: "not-found" });
    }
    expect(await world.events("need-private-words-read")).toEqual([]);
  });
});
