import { afterEach, beforeEach, expect, it } from "vitest";
import { places, refusalOf } from "../identity/world.ts";
import {
  closeNeed,
  discardDraft,
  getNeed,
  getNeedStart,
  saveNeed,
  searchLeaders,
  startNeed,
  submitNeed,
} from "./index.ts";
import { answers, openNeedWorld, sentBy, type NeedWorld } from "./need-world.ts";

let world: NeedWorld;
beforeEach(async () => {
  world = await openNeedWorld();
});
afterEach(() => world.drop());

it("lets nobody but its school discard a need, not even whoever triages it", async () => {
  const sent = await sentBy(world);
  expect(await refusalOf(() => discardDraft(world.coordinator, world.area, sent))).toEqual({
    kind: "not-allowed",
  });
});

it("keeps a draft that somebody has written in since it was seen", async () => {
  const { area, head, staff } = world;
  const begun = await startNeed(head, area, { urn: places.alder });
  const saved = await saveNeed(staff, area, { ...begun, changes: answers });
  expect(await refusalOf(() => discardDraft(head, area, begun))).toMatchObject({
    kind: "changed-since",
    version: saved.version,
    by: "Stan",
  });
  expect((await getNeed(head, area, begun.id)).ask.why).toBe(answers.why);
});

it("closes a need as a duplicate of another of the same school alone", async () => {
  const { area, officer } = world;
  const bea = world.strangers["the head of another school"];
  if (bea === undefined) throw new Error("nobody heads Beech School");
  const begun = await startNeed(bea, area, { urn: places.beech });
  const saved = await saveNeed(bea, area, { ...begun, changes: answers });
  await submitNeed(bea, area, { id: begun.id, version: saved.version });
  const sent = await sentBy(world);
  const closing = { ...sent, outcome: "duplicate", note: "Asked twice" } as const;
  expect(
    await refusalOf(() => closeNeed(officer, area, { ...closing, duplicateOf: begun.id })),
  ).toEqual({ kind: "not-found" });
});

it("shows the way to a need, and the leaders whom it may name, to those who may post one for the school", async () => {
  const { area, head, staff, actingCoordinator, coordinator, officer } = world;
  const question = { urn: places.alder, words: "", limit: 8 };
  for (const ctx of [head, staff, actingCoordinator]) {
    expect((await getNeedStart(ctx, area, places.alder)).school.name).toBe("Alder School");
    await searchLeaders(ctx, area, question);
  }
  const strangers = Object.values(world.strangers);
  expect(strangers.length).toBeGreaterThan(5);
  for (const ctx of [coordinator, officer, ...strangers]) {
    for (const act of [
      () => getNeedStart(ctx, area, places.alder),
      () => searchLeaders(ctx, area, question),
    ])
      expect(await refusalOf(act)).toEqual({ kind: "not-found" });
  }
});
