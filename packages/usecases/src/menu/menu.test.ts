import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toId, type PersonId } from "@alongside/domain/identity";
import type { Context } from "../context/index.ts";
import { places, refusalOf } from "../identity/world.ts";
import { discardDraft, getNeed } from "../need/index.ts";
import { openMatchWorld, type MatchLeader, type MatchWorld } from "../shortlist/match-world.ts";
import {
  answerPackage,
  askForPackage,
  getPackage,
  listMenu,
  publishPackage,
  revisePackage,
  withdrawPackage,
  type PackageWords,
} from "./index.ts";

let world: MatchWorld;
let lena: MatchLeader;
beforeEach(async () => {
  world = await openMatchWorld();
  lena = await world.addLeader("Lena");
});
afterEach(() => world.drop());

const words: PackageWords = {
  zoneId: places.north,
  title: "Phonics health check",
  focus: "phonics-and-early-reading",
  halfDays: 2,
  includes: "A morning in Year 1 and two pages of advice",
};

const publish = (ctx: Context = lena.ctx, more: Partial<PackageWords> = {}) =>
  publishPackage(ctx, world.area, { ...words, ...more, personId: lena.personId });

const answer = (id: string, version: number, isAgreed = true, said = "Agreed on 2 March") =>
  answerPackage(world.coordinator, world.area, { id, version, isAgreed, answer: said });

const agreed = async () => {
  const { id } = await publish();
  await answer(id, 1);
  return id;
};

const ask = (id: string, ctx: Context = world.head) =>
  askForPackage(ctx, world.area, { id, urn: places.alder });

const titles = async (ctx: Context) =>
  (await listMenu(ctx, world.area, {})).packages.map(({ title, state }) => `${title}: ${state}`);

it("is published for a leader of the area alone", async () => {
  const personId = toId<PersonId>("hana");
  const input = { ...words, personId };
  expect(await refusalOf(() => publishPackage(world.officer, world.area, input))).toEqual({
    kind: "not-found",
  });
});

describe("the menu of a zone", () => {
  it("is seen by everyone of the area once the zone has agreed, and before by the two sides alone", async () => {
    const { id } = await publish();
    const waiting = [`${words.title}: proposed`];
    for (const ctx of [lena.ctx, world.coordinator, world.officer]) {
      expect(await titles(ctx)).toEqual(waiting);
    }
    for (const ctx of [world.head, world.homeHead]) expect(await titles(ctx)).toEqual([]);
    expect(await refusalOf(() => getPackage(world.head, world.area, { id }))).toEqual({
      kind: "not-found",
    });
    expect(await answer(id, 1)).toEqual({ version: 2, state: "agreed" });
    expect(await titles(world.head)).toEqual([`${words.title}: agreed`]);
    const kinds = ["package-published", "package-agreed"];
    for (const kind of kinds) expect(await world.events(kind), kind).toHaveLength(1);
    expect((await world.events("package-agreed"))[0]).toMatchObject({
      actor: "cora",
      payload: { answer: "Agreed on 2 March" },
    });
  });

  it("narrows by zone and by focus", async () => {
    await agreed();
    const count = async (question: Parameters<typeof listMenu>[2]) =>
      (await listMenu(world.head, world.area, question)).packages.length;
    expect(await count({ zones: [places.north] })).toBe(1);
    expect(await count({ zones: [places.east] })).toBe(0);
    expect(await count({ areas: ["maths"] })).toBe(0);
  });

  it("holds what was changed only after the zone agrees anew, and nothing that was withdrawn", async () => {
    const id = await agreed();
    const revised = { ...words, id, version: 2, title: "Phonics review" };
    const blank = { ...revised, title: " ", focus: "happiness" };
    expect(await refusalOf(() => revisePackage(lena.ctx, world.area, blank))).toEqual({
      kind: "invalid-input",
      fields: { title: "Enter a title", focus: "Choose from the list" },
    });
    expect(await revisePackage(lena.ctx, world.area, revised)).toEqual({
      version: 3,
      state: "proposed",
    });
    expect(await titles(world.head)).toEqual([]);
    await answer(id, 3, false, "Too short for two days");
    expect((await getPackage(lena.ctx, world.area, { id })).answer).toBe("Too short for two days");
    await withdrawPackage(lena.ctx, world.area, { id, version: 4 });
    expect(await titles(lena.ctx)).toEqual([]);
  });
});

describe("publishing is refused", () => {
  it("to everyone but the leader’s side", async () => {
    const { id } = await publish();
    const { area } = world;
    for (const ctx of [world.head, world.homeHead, world.officer, world.coordinator]) {
      expect(await refusalOf(() => publish(ctx))).toEqual({ kind: "not-allowed" });
    }
    for (const ctx of [world.officer, world.coordinator]) {
      const seen = { id, version: 1 };
      expect(await refusalOf(() => revisePackage(ctx, area, { ...words, ...seen }))).toEqual({
        kind: "not-allowed",
      });
      expect(await refusalOf(() => withdrawPackage(ctx, area, seen))).toEqual({
        kind: "not-allowed",
      });
    }
  });

  it("for words that are missing and places that are not there, by field", async () => {
    const given = { title: " ", includes: "", halfDays: 0, focus: "juggling", zoneId: places.east };
    expect(await refusalOf(() => publish(lena.ctx, given))).toEqual({
      kind: "invalid-input",
      fields: {
        title: "Enter a title",
        includes: "Say what it includes",
        focus: "Choose from the list",
        halfDays: "Enter whole or half days",
      },
    });
  });

  it("to whoever saw an older version", async () => {
    const id = await agreed();
    const old = () => revisePackage(lena.ctx, world.area, { ...words, id, version: 1 });
    expect(await refusalOf(old)).toMatchObject({ kind: "changed-since", by: "Cora" });
  });
});

describe("the zone’s answer is refused", () => {
  it("to those who do not speak for it, without words for a no, and twice", async () => {
    const { id } = await publish();
    for (const ctx of [lena.ctx]) {
      const act = () =>
        answerPackage(ctx, world.area, { id, version: 1, isAgreed: true, answer: "" });
      expect(await refusalOf(act)).toEqual({ kind: "not-allowed" });
    }
    for (const ctx of [world.head, ...Object.values(world.strangers)]) {
      const act = () =>
        answerPackage(ctx, world.area, { id, version: 1, isAgreed: true, answer: "" });
      expect(await refusalOf(act)).toEqual({ kind: "not-found" });
    }
    expect(await refusalOf(() => answer(id, 1, false, " "))).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    const both = await Promise.allSettled([answer(id, 1), answer(id, 1)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(() => answer(id, 2))).toMatchObject({
      kind: "wrong-state",
      machine: "menu",
    });
  });
});

describe("asking for a package", () => {
  it("begins a draft with its focus, its days and its leader, and counts the school once", async () => {
    const id = await agreed();
    const { needId } = await ask(id);
    const need = await getNeed(world.head, world.area, needId);
    expect(need.ask).toMatchObject({
      primaryArea: words.focus,
      halfDays: 2,
      preferred: [{ leader: lena.personId }],
    });
    expect((await ask(id, world.staff)).needId).toBe(needId);
    await discardDraft(world.head, world.area, { id: needId, version: 1 });
    const again = await Promise.all([ask(id), ask(id)]);
    expect(new Set(again.map((each) => each.needId)).size).toBe(1);
    expect((await listMenu(world.coordinator, world.area, {})).packages).toMatchObject([
      { interest: { schools: 1, isExact: true }, askedBy: [{ school: "Alder School" }] },
    ]);
  });

  it("tells leaders how many, and other schools no small number and no name", async () => {
    const id = await agreed();
    await ask(id);
    const seenBy = async (ctx: Context) => (await listMenu(ctx, world.area, {})).packages[0];
    expect(await seenBy(lena.ctx)).toMatchObject({
      interest: { schools: 1, isExact: true },
      askedBy: [],
    });
    expect(await seenBy(world.homeHead)).toMatchObject({
      interest: { schools: 6, isExact: false },
      askedBy: [],
      ownInterest: false,
    });
    expect(await seenBy(world.head)).toMatchObject({ ownInterest: true });
  });

  it("is refused before the zone has agreed, and to whoever may not post a need for the school", async () => {
    const { id } = await publish();
    const act = () => ask(id, world.actingCoordinator);
    expect(await refusalOf(act)).toMatchObject({ kind: "wrong-state", machine: "menu" });
    await answer(id, 1);
    for (const ctx of [world.homeHead, lena.ctx, world.coordinator]) {
      expect(await refusalOf(() => ask(id, ctx))).toEqual({ kind: "not-allowed" });
    }
    expect(await refusalOf(() => ask("nowhere"))).toEqual({ kind: "not-found" });
    expect(await world.events("need-begun")).toEqual([]);
  });
});
