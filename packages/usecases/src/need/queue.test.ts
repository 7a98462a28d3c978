import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { grants, hour, places, refusalOf } from "../identity/world.ts";
import {
  listNeeds,
  saveNeed,
  startNeed,
  submitNeed,
  triageNeed,
  type QueueQuestion,
} from "./index.ts";
import { answers, openNeedWorld, sentBy, type NeedWorld } from "./need-world.ts";

let world: NeedWorld;
beforeEach(async () => {
  world = await openNeedWorld();
});
afterEach(() => world.drop());

const whole: QueueQuestion = {
  scope: "all",
  sort: "due",
  isDescending: false,
  offset: 0,
  limit: 50,
};

const referencesIn = async (ctx: Context, question: Partial<QueueQuestion> = {}) => {
  const { needs } = await listNeeds(ctx, world.area, { ...whole, ...question });
  return needs.map(({ reference }) => reference);
};

const sendForBeech = async (): Promise<void> => {
  const head = await world.signedIn("Bella", grants.headOfBeech);
  const { id, version } = await startNeed(head, world.area, { urn: places.beech });
  const saved = await saveNeed(head, world.area, { id, version, changes: answers });
  await submitNeed(head, world.area, { id, version: saved.version });
};

describe("the queue", () => {
  it("holds own zones for a coordinator, the area for officer and administrator", async () => {
    await sentBy(world);
    await sendForBeech();
    expect(await referencesIn(world.coordinator)).toEqual(["N-0001"]);
    for (const ctx of [world.officer, world.administrator]) {
      expect(await referencesIn(ctx)).toEqual(["N-0001", "N-0002"]);
      expect(await referencesIn(ctx, { zone: places.east })).toEqual(["N-0002"]);
    }
    expect(await referencesIn(world.coordinator, { zone: places.east })).toEqual([]);
  });

  it("answers not-found to everyone else, the coordinator of another zone apart", async () => {
    const { "the coordinator of another zone": eastern, ...others } = world.strangers;
    await sentBy(world);
    for (const [who, ctx] of Object.entries({ head: world.head, ...others })) {
      expect(await refusalOf(() => listNeeds(ctx, world.area, whole)), who).toEqual({
        kind: "not-found",
      });
    }
    expect(eastern === undefined ? ["?"] : await referencesIn(eastern)).toEqual([]);
  });

  it("puts the next clock first, with age and days left", async () => {
    await sentBy(world);
    world.pass(24 * hour);
    await sentBy(world, { urgent: true });
    const { needs } = await listNeeds(world.coordinator, world.area, whole);
    expect(needs).toMatchObject([
      { reference: "N-0002", isUrgent: true, age: 0, dueInDays: 1 },
      { reference: "N-0001", isUrgent: false, age: 1, dueInDays: 6 },
    ]);
    expect(await referencesIn(world.coordinator, { sort: "age" })).toEqual(["N-0001", "N-0002"]);
    expect(await referencesIn(world.coordinator, { isUrgent: true })).toEqual(["N-0002"]);
  });

  it("filters by stage, band, lateness, words and whose they are, and counts every stage", async () => {
    const { id, version } = await sentBy(world);
    await sentBy(world);
    await triageNeed(world.coordinator, world.area, { id, version, band: 3, reason: "A plan" });
    const { counts } = await listNeeds(world.officer, world.area, { ...whole, states: ["open"] });
    expect(counts).toEqual({ open: 1, submitted: 1 });
    const ask = (question: Partial<QueueQuestion>) => referencesIn(world.coordinator, question);
    expect(await ask({ states: ["open"] })).toEqual(["N-0001"]);
    expect(await ask({ bands: [3] })).toEqual(["N-0001"]);
    expect(await ask({ bands: [1, 2] })).toEqual([]);
    expect(await ask({ scope: "mine" })).toEqual(["N-0001"]);
    expect(await referencesIn(world.officer, { scope: "mine" })).toEqual([]);
    expect(await ask({ words: "n-2" })).toEqual(["N-0002"]);
    expect(await ask({ words: "ALDER" })).toHaveLength(2);
    expect(await ask({ words: "beech" })).toEqual([]);
    expect(await ask({ isLate: true })).toEqual([]);
    world.pass(8 * 24 * hour);
    expect(await ask({ isLate: true })).toEqual(["N-0002"]);
  });

  it("pages", async () => {
    for (const _ of [1, 2, 3]) await sentBy(world);
    const page = { sort: "reference", offset: 1, limit: 1 } as const;
    const { needs, total } = await listNeeds(world.officer, world.area, { ...whole, ...page });
    expect(needs.map(({ reference }) => reference)).toEqual(["N-0002"]);
    expect(total).toBe(3);
  });
});
