import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { invitePerson } from "../identity/index.ts";
import { grants, places } from "../identity/world.ts";
import { askForMore } from "../need/index.ts";
import { draftOf, openNeedWorld, sentBy, type NeedWorld } from "../need/need-world.ts";
import { showHome } from "./show.ts";

let world: NeedWorld;
beforeEach(async () => {
  world = await openNeedWorld();
});
afterEach(() => world.database.drop());

const needsOf = async (who: keyof Pick<NeedWorld, "head" | "coordinator" | "officer">) =>
  (await showHome(world[who], world.area)).needs;

describe("the home of an area", () => {
  it("counts a school's needs for its head, the zone's for its coordinator, all for the officer", async () => {
    await sentBy(world);
    expect(await needsOf("head")).toMatchObject({
      of: "schools",
      states: [{ state: "submitted", count: 1 }],
    });
    expect(await needsOf("coordinator")).toMatchObject({
      of: "zones",
      states: [{ state: "submitted", count: 1 }],
    });
    expect(await needsOf("officer")).toMatchObject({
      of: "area",
      states: [{ state: "submitted", count: 1 }],
    });
  });

  it("counts a need of another zone for nobody there", async () => {
    await sentBy(world);
    const stranger = world.strangers["the coordinator of another zone"];
    if (stranger === undefined) throw new Error("there is no such person");
    expect((await showHome(stranger, world.area)).needs?.states).toEqual([]);
  });

  it("counts no need for those who have no part in any", async () => {
    await sentBy(world);
    const board = world.strangers["a board member"];
    if (board === undefined) throw new Error("there is no such person");
    expect((await showHome(board, world.area)).needs).toBeNull();
  });

  it("says first what waits for oneself, and to nobody what waits for others", async () => {
    await sentBy(world);
    const kindsFor = async (ctx: Context) =>
      (await showHome(ctx, world.area)).waiting.map(({ kind, count }) => [kind, count]);
    expect(await kindsFor(world.coordinator)).toEqual([["triage", 1]]);
    expect(await kindsFor(world.officer)).toEqual([["triage", 1]]);
    expect(await kindsFor(world.head)).toEqual([]);
    await draftOf(world);
    expect(await kindsFor(world.head)).toEqual([["drafts", 1]]);
    expect(await kindsFor(world.staff)).toEqual([["drafts", 1]]);
    for (const stranger of ["the head of another school", "a board member"] as const) {
      const ctx = world.strangers[stranger];
      if (ctx === undefined) throw new Error("there is no such person");
      expect(await kindsFor(ctx)).toEqual([]);
    }
  });

  it("puts a late question before a draft", async () => {
    const need = await sentBy(world);
    await draftOf(world);
    await askForMore(world.coordinator, world.area, { ...need, text: "Which year groups?" });
    world.pass(40 * 24 * 60 * 60_000);
    const { waiting } = await showHome(world.head, world.area);
    expect(waiting).toMatchObject([
      { kind: "questions", count: 1, late: 1 },
      { kind: "drafts", count: 1, late: 0, due: null },
    ]);
    expect(waiting[0]?.dueInDays).toBeLessThan(0);
  });

  it("reminds whoever may invite of invitations that ran out", async () => {
    const administrator = await world.signedIn("Ava", grants.administrator);
    const grant = { role: "officer", areaId: places.here } as const;
    await invitePerson(administrator, { email: "ash@alder.example", grant });
    expect((await showHome(administrator, world.area)).waiting).toEqual([]);
    world.pass(15 * 24 * 60 * 60_000);
    expect((await showHome(administrator, world.area)).waiting).toMatchObject([
      { kind: "invitations", count: 1 },
    ]);
    expect((await showHome(world.head, world.area)).waiting).toEqual([]);
  });

  it("is not shown to people of another area", async () => {
    const other = world.strangers["a head of another area"];
    if (other === undefined) throw new Error("there is no such person");
    await expect(showHome(other, world.area)).rejects.toThrow("not-allowed");
  });
});
