import { recordLeader } from "@alongside/db/stores/leader";
import { toId, type PersonId } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { places, refusalOf } from "../identity/world.ts";
import {
  getCapacityEditor,
  getHomeStatement,
  getLeaderStatement,
  getSupplyMap,
  listCapacity,
  listCapacityChoices,
} from "./index.ts";
import { lena, offering, openSupplyWorld, spring, type SupplyWorld } from "./supply-world.ts";

let world: SupplyWorld;
beforeEach(async () => {
  world = await openSupplyWorld();
  const createdAt = new Date(world.now()).toISOString();
  await world.database.write((tx) =>
    recordLeader(tx, {
      areaId: places.here,
      personId: toId<PersonId>("otto"),
      kind: "sle",
      homeUrn: places.beech,
      createdAt,
    }),
  );
  await world.publish(world.leader, {
    offering: { ...offering, earlyHalfDays: 12, lateHalfDays: 12 },
  });
});
afterEach(() => world.drop());

const namesSeenBy = async (ctx: SupplyWorld["leader"]) =>
  (await listCapacity(ctx, world.area, { termId: spring })).leaders.map(({ name }) => name);

describe("the list of days", () => {
  it("holds the whole area for those who broker, and own leaders for the others", async () => {
    const { officer, acting, administrator, leader, homeHead, organisation, strangers } = world;
    const seen = await Promise.all(
      [officer, acting, administrator, leader, homeHead, organisation].map(namesSeenBy),
    );
    expect(seen).toEqual([
      ["Lena", "Otto"],
      ["Lena", "Otto"],
      ["Lena", "Otto"],
      ["Lena"],
      ["Lena"],
      ["Lena"],
    ]);
    const [otherLeader, otherHead] = [
      strangers["another leader"],
      strangers["the head of another school"],
    ];
    if (otherLeader === undefined || otherHead === undefined) throw new Error("nobody");
    expect(await namesSeenBy(otherLeader)).toEqual(["Otto"]);
    expect(await namesSeenBy(otherHead)).toEqual(["Otto"]);
  });

  it("is not there for those who have no days to see", async () => {
    for (const who of [
      "staff of the home school",
      "a member of the board",
      "an administrator of another area",
    ]) {
      const ctx = world.strangers[who];
      if (ctx === undefined) throw new Error(who);
      expect([who, await refusalOf(() => namesSeenBy(ctx))]).toEqual([who, { kind: "not-found" }]);
      expect(await refusalOf(() => listCapacityChoices(ctx, world.area))).toEqual({
        kind: "not-found",
      });
    }
  });

  it("is narrowed by state, zone, expertise, kind and words, and counts all states all the same", async () => {
    const names = async (question: Parameters<typeof listCapacity>[2]) =>
      (await listCapacity(world.officer, world.area, { termId: spring, ...question })).leaders.map(
        ({ name }) => name,
      );
    expect(await names({ states: ["ready"] })).toEqual(["Lena"]);
    expect(await names({ states: ["silent"] })).toEqual(["Otto"]);
    expect(await names({ zone: places.north })).toEqual(["Lena"]);
    expect(await names({ zone: places.east })).toEqual([]);
    expect(await names({ expertise: "maths" })).toEqual(["Lena"]);
    expect(await names({ expertise: "send" })).toEqual([]);
    expect(await names({ kinds: ["sle"] })).toEqual(["Otto"]);
    expect(await names({ words: "beech" })).toEqual(["Otto"]);
    const { counts } = await listCapacity(world.officer, world.area, { states: ["ready"] });
    expect(counts).toEqual({ ready: 1, silent: 1 });
  });
});

describe("a statement", () => {
  it("tells every movement of a leader, with who and when", async () => {
    for (const ctx of [world.leader, world.homeHead, world.organisation, world.officer]) {
      const { movements, terms } = await getLeaderStatement(ctx, world.area, { personId: lena });
      expect(movements).toMatchObject([
        { movement: "publish", halfDays: 12, by: "Lena", at: "2026-03-02T09:00:00.000Z" },
      ]);
      expect(terms).toMatchObject([{ season: "spring", days: { published: 12, free: 12 } }]);
    }
  });

  it("tells a home school's movements, leader by leader", async () => {
    for (const ctx of [world.homeHead, world.officer]) {
      const { movements } = await getHomeStatement(ctx, world.area, { urn: places.alder });
      expect(movements).toMatchObject([{ leader: "Lena", movement: "publish", halfDays: 12 }]);
    }
    const beech = await getHomeStatement(world.officer, world.area, { urn: places.beech });
    expect(beech.movements).toEqual([]);
  });

  it("is not there for anyone else, nor for another area's school", async () => {
    for (const [who, ctx] of Object.entries(world.strangers)) {
      const refusals = await Promise.all([
        refusalOf(() => getLeaderStatement(ctx, world.area, { personId: lena })),
        refusalOf(() => getHomeStatement(ctx, world.area, { urn: places.alder })),
      ]);
      expect([who, ...refusals]).toEqual([who, { kind: "not-found" }, { kind: "not-found" }]);
    }
    for (const ctx of [world.leader, world.organisation]) {
      expect(
        await refusalOf(() => getHomeStatement(ctx, world.area, { urn: places.alder })),
      ).toEqual({ kind: "not-found" });
    }
    expect(
      await refusalOf(() => getHomeStatement(world.officer, world.area, { urn: places.cedar })),
    ).toEqual({ kind: "not-found" });
  });
});

describe("the editor", () => {
  const open = (ctx = world.leader, termId = "t-summer") =>
    getCapacityEditor(ctx, world.area, { personId: lena, termId });

  it("starts a new term from what was said for the last one", async () => {
    const { line, offering: start } = await open();
    expect(line).toBeNull();
    expect(start).toMatchObject({ halfDays: 12, areas: offering.areas, blackouts: [] });
    expect(start).not.toHaveProperty("release");
  });

  it("is there for those who may publish, and for no other", async () => {
    for (const ctx of [world.leader, world.organisation, world.acting]) {
      expect((await open(ctx)).leader.name).toBe("Lena");
    }
    for (const ctx of [world.homeHead, world.officer, ...Object.values(world.strangers)]) {
      expect(await refusalOf(() => open(ctx))).toEqual({ kind: "not-found" });
    }
  });
});

describe("the map of supply", () => {
  it("counts leaders and free half-days by expertise and zone, and leaves out what is not good today", async () => {
    const cell = async () => {
      const { rows } = await getSupplyMap(world.officer, world.area, { termId: spring });
      return rows
        .find(({ code }) => code === "maths")
        ?.cells.find(({ zone }) => zone === places.north);
    };
    expect(await cell()).toEqual({ zone: "north", leaders: 1, free: 12 });
    world.pass(26 * 86_400_000);
    expect(await cell()).toEqual({ zone: "north", leaders: 0, free: 0 });
  });

  it("is for those who broker", async () => {
    const { leader, homeHead, organisation, strangers } = world;
    for (const ctx of [leader, homeHead, organisation, ...Object.values(strangers)]) {
      expect(await refusalOf(() => getSupplyMap(ctx, world.area, {}))).toEqual({
        kind: "not-found",
      });
    }
  });
});
