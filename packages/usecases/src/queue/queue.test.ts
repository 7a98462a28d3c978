import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NeedId } from "@alongside/domain/need";
import { hour, places, refusalOf } from "../identity/world.ts";
import { askForMore, getNeed, listNeeds, startNeed, type QueueQuestion } from "../need/index.ts";
import { draftOf, sentBy, unknownNeed } from "../need/need-world.ts";
import { acceptOffer, sendOffer } from "../offer/index.ts";
import { openMatchWorld, type MatchWorld } from "../shortlist/match-world.ts";
import {
  checkReminders,
  listSavedViews,
  remindAll,
  removeView,
  saveView,
  watchNeed,
} from "./index.ts";

let world: MatchWorld;
beforeEach(async () => {
  world = await openMatchWorld();
});
afterEach(() => world.drop());

const whole: QueueQuestion = {
  scope: "all",
  sort: "due",
  isDescending: false,
  offset: 0,
  limit: 50,
};

const queue = (question: Partial<QueueQuestion> = {}, ctx = world.coordinator) =>
  listNeeds(ctx, world.area, { ...whole, ...question });

const offered = async () => {
  const leader = await world.addLeader("Lena");
  const { id, version } = await world.openedNeed();
  const given = { needId: id, version, halfDays: 8, note: "", overrideReason: "" };
  const offer = await sendOffer(world.coordinator, world.area, {
    ...given,
    leader: leader.personId,
  });
  return { id, offer, leader };
};

const questioned = async (): Promise<NeedId> => {
  const { id, version } = await sentBy(world);
  await askForMore(world.coordinator, world.area, { id, version, text: "How many pupils?" });
  return id;
};

describe("the queue shows offers too", () => {
  it("with how far each has come, and their clock as the need’s", async () => {
    await sentBy(world);
    const { id, offer, leader } = await offered();
    const { needs } = await queue();
    expect(needs.map(({ reference, state, dueInDays }) => [reference, state, dueInDays])).toEqual([
      ["N-0001", "submitted", 7],
      ["N-0002", "offered", 7],
    ]);
    expect(needs[1]?.offer).toEqual({ id: offer.id, state: "sent" });
    await acceptOffer(leader.ctx, world.area, { id: offer.id, version: 1 });
    expect((await queue({ states: ["offered"] })).needs).toMatchObject([
      { id, offer: { state: "accepted" } },
    ]);
    world.pass(30 * 24 * hour);
    expect((await queue({ isLate: true })).needs.map((need) => need.id)).toContain(id);
  });
});

describe("the watch list", () => {
  it("is a person’s own, and narrows the queue", async () => {
    const { id } = await sentBy(world);
    await sentBy(world);
    const watch = (isWatched: boolean) =>
      watchNeed(world.coordinator, world.area, { id, isWatched });
    await watch(true);
    await watch(true);
    expect((await queue({ scope: "watched" })).needs.map((need) => need.id)).toEqual([id]);
    expect((await queue()).needs.map(({ isWatched }) => isWatched)).toEqual([true, false]);
    expect((await queue({ scope: "watched" }, world.officer)).needs).toEqual([]);
    expect((await getNeed(world.coordinator, world.area, id)).isWatched).toBe(true);
    await watch(false);
    expect((await queue({ scope: "watched" })).total).toBe(0);
  });

  it("is for those who have a queue and may know of the need", async () => {
    const { id } = await sentBy(world);
    const draft = await draftOf(world);
    const { "the coordinator of another zone": eastern, ...others } = world.strangers;
    for (const ctx of [
      world.head,
      world.staff,
      ...(eastern ? [eastern] : []),
      ...Object.values(others),
    ]) {
      expect(
        await refusalOf(() => watchNeed(ctx, world.area, { id, isWatched: true })),
      ).toMatchObject({ kind: "not-found" });
    }
    for (const needId of [unknownNeed, draft.id]) {
      const act = () => watchNeed(world.coordinator, world.area, { id: needId, isWatched: true });
      expect(await refusalOf(act)).toEqual({ kind: "not-found" });
    }
    // Whoever acts for a school sees the draft that they began for it, and no queue holds it yet.
    const acting = world.actingCoordinator;
    const begun = await startNeed(acting, world.area, { urn: places.alder });
    const act = () => watchNeed(acting, world.area, { id: begun.id, isWatched: true });
    expect(await refusalOf(act)).toEqual({ kind: "not-found" });
  });
});

describe("saved views", () => {
  const save = (name: string, search: string, ctx = world.coordinator) =>
    saveView(ctx, world.area, { name, search });

  it("are a person’s own, by name, without the page; the same name again takes the new filters", async () => {
    await save("Late in my zone", "?only=late&page=3");
    await save(" Band 1 ", "?band=1");
    await save("Late in my zone", "?only=late&scope=mine");
    const views = await listSavedViews(world.coordinator, world.area);
    expect(views.map(({ name, search }) => [name, search])).toEqual([
      ["Band 1", "band=1"],
      ["Late in my zone", "only=late&scope=mine"],
    ]);
    expect(await listSavedViews(world.officer, world.area)).toEqual([]);
    const [first] = views;
    const remove = (ctx = world.coordinator) =>
      removeView(ctx, world.area, { id: first?.id ?? "" });
    expect(await refusalOf(() => remove(world.officer))).toEqual({ kind: "not-found" });
    await remove();
    expect(await listSavedViews(world.coordinator, world.area)).toHaveLength(1);
    expect(await refusalOf(() => remove())).toEqual({ kind: "not-found" });
  });

  it("are refused without a name, and beyond twenty", async () => {
    expect(await refusalOf(() => save("  ", ""))).toMatchObject({ kind: "invalid-input" });
    for (let number = 1; number <= 20; number += 1) await save(`View ${number}`, "");
    expect(await refusalOf(() => save("One more", ""))).toMatchObject({ kind: "invalid-input" });
    await save("View 20", "?band=2");
  });

  it("are nobody’s who has no queue", async () => {
    for (const ctx of [world.head, world.strangers["a leader"], world.strangers["nobody"]]) {
      if (ctx === undefined) throw new Error("a stranger is missing");
      expect(await refusalOf(() => save("Mine", "", ctx))).toEqual({ kind: "not-found" });
      const list = () => listSavedViews(ctx, world.area);
      expect(await refusalOf(list)).toEqual({ kind: "not-found" });
    }
  });
});

describe("reminders for many", () => {
  it("say first whom they would reach, and why not", async () => {
    const asked = await questioned();
    const { id: waiting } = await sentBy(world);
    const { id: out } = await offered();
    const ids = [asked, waiting, out];
    const check = () => checkReminders(world.coordinator, world.area, { ids });
    expect(await check()).toMatchObject([
      { id: asked, whom: "school", leftOut: null },
      { id: waiting, whom: null, leftOut: "own-side" },
      { id: out, whom: "leader", leftOut: null },
    ]);
    expect(await remindAll(world.coordinator, world.area, { ids })).toEqual({
      reminded: 2,
      leftOut: 1,
    });
    expect((await world.needMails()).slice(-2)).toEqual([
      ["need-reminder", "hana@alder.example"],
      ["offer-due", "lena@alder.example"],
    ]);
    expect(await world.events("need-reminded")).toHaveLength(2);
    expect((await check()).map(({ leftOut }) => leftOut)).toEqual([
      "reminded-today",
      "own-side",
      "reminded-today",
    ]);
    expect(await remindAll(world.coordinator, world.area, { ids })).toMatchObject({ reminded: 0 });
    world.pass(24 * hour);
    expect(await remindAll(world.coordinator, world.area, { ids })).toMatchObject({ reminded: 2 });
  });

  it("reach the home school once the leader has said yes", async () => {
    const { id, offer, leader } = await offered();
    await acceptOffer(leader.ctx, world.area, { id: offer.id, version: 1 });
    expect(await checkReminders(world.coordinator, world.area, { ids: [id] })).toMatchObject([
      { whom: "home-school" },
    ]);
  });

  it("go once when two press at the same moment", async () => {
    const ids = [await questioned()];
    const remind = (ctx = world.coordinator) => remindAll(ctx, world.area, { ids });
    const both = await Promise.all([remind(), remind(world.officer)]);
    expect(both.map(({ reminded }) => reminded).toSorted()).toEqual([0, 1]);
  });

  it("send nothing at all when one of them is not the actor’s to triage", async () => {
    const mine = await questioned();
    const before = (await world.needMails()).length;
    const { head, staff, administrator, strangers } = world;
    for (const ctx of [head, staff, administrator, ...Object.values(strangers)]) {
      for (const act of [checkReminders, remindAll]) {
        expect(await refusalOf(() => act(ctx, world.area, { ids: [mine] }))).toEqual({
          kind: "not-found",
        });
      }
    }
    const ids = [mine, unknownNeed];
    const act = () => remindAll(world.coordinator, world.area, { ids });
    expect(await refusalOf(act)).toEqual({ kind: "not-found" });
    expect(await world.needMails()).toHaveLength(before);
  });
});
