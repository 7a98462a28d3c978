import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dateOf } from "@alongside/domain/calendar";
import type { InterestKind } from "@alongside/domain/conflict";
import type { Context } from "../context/index.ts";
import { openDeploymentWorld, type DeploymentWorld } from "../deployment/deployment-world.ts";
import { grants, places, refusalOf } from "../identity/world.ts";
import { acceptOffer, getOffer, sendOffer } from "../offer/index.ts";
import {
  decideAbout,
  declareInterest,
  getConflict,
  listConflicts,
  raiseConflict,
  revisitConflict,
} from "./index.ts";

let world: DeploymentWorld;
beforeEach(async () => {
  world = await openDeploymentWorld();
});
afterEach(() => world.drop());

const declare = (kind: InterestKind, more: object = {}, ctx: Context = world.lena.ctx) =>
  declareInterest(ctx, world.area, {
    urn: places.alder,
    kind,
    words: "I was deputy head there until 2024",
    untilOn: null,
    ...more,
  });
const declared = async (kind: InterestKind, more: object = {}) => {
  const [id = ""] = (await declare(kind, more)).conflicts;
  return { id, version: 1 };
};
const reason = "It is long ago";
const decide = (
  seen: { readonly id: string; readonly version: number },
  given: { readonly outcome?: "allow" | "uphold"; readonly ctx?: Context } = {},
) =>
  decideAbout(given.ctx ?? world.officer, world.area, {
    ...seen,
    outcome: given.outcome ?? "allow",
    reason,
    conditions: "The chair is told",
  });

describe("a declared tie", () => {
  it("is a conflict on record at once, told to those who decide without a word of it", async () => {
    const before = (await world.needMails()).length;
    const { id } = await declared("past-employment");
    expect(await getConflict(world.officer, world.area, id)).toMatchObject({
      state: "found",
      kind: "past-employment",
      leader: { name: "Lena" },
      school: "Alder School",
      homeSchool: "Beech School",
      declared: [{ who: "Lena", words: "I was deputy head there until 2024" }],
      may: { decide: true },
    });
    expect((await world.needMails()).slice(before)).toEqual([
      ["conflict-to-decide", "ada@alder.example"],
      ["conflict-to-decide", "olu@alder.example"],
    ]);
    const mails = (await world.mails()).slice(before);
    expect(JSON.stringify(mails)).not.toMatch(/Lena|Alder School|deputy/);
    const kinds = (await world.events()).slice(-2).map(({ kind }) => kind);
    expect(kinds).toEqual(["interest-declared", "conflict-found"]);
  });

  it("of each kind is found for what it is, and once", async () => {
    const kinds = ["past-employment", "governor", "reciprocal-support", "other"] as const;
    for (const kind of kinds) {
      expect((await declare(kind)).conflicts).toHaveLength(1);
      expect((await declare(kind)).conflicts).toHaveLength(0);
    }
    const { conflicts } = await listConflicts(world.officer, world.area, {});
    expect(conflicts.map(({ kind }) => kind).toSorted()).toEqual([
      "declared",
      "past-employment",
      "reciprocal-support",
      "same-governors",
    ]);
  });

  it("that is over no longer counts where it must last: a seat given up, support too long ago", async () => {
    const untilOn = dateOf(2023, 12, 31);
    expect((await declare("governor", { untilOn })).conflicts).toEqual([]);
    expect((await declare("reciprocal-support", { untilOn })).conflicts).toEqual([]);
    expect((await declare("past-employment", { untilOn })).conflicts).toHaveLength(1);
  });

  it("is declared by whoever has it, by the head of the school, or by the partnership’s staff", async () => {
    const of = { personId: world.lena.personId };
    const words = (ctx: Context, text: string) => declare("other", { ...of, words: text }, ctx);
    expect((await words(world.head, "Her brother teaches here")).conflicts).toHaveLength(1);
    expect((await words(world.coordinator, "They are neighbours")).conflicts).toHaveLength(1);
    for (const ctx of [world.homeHead, world.staff]) {
      expect(await refusalOf(() => words(ctx, "x"))).toEqual({ kind: "not-allowed" });
    }
    const stranger = world.strangers["a head of another area"];
    if (stranger === undefined) throw new Error("no stranger");
    expect(await refusalOf(() => words(stranger, "x"))).toEqual({ kind: "not-allowed" });
    expect(await refusalOf(() => declare("other", { urn: places.cedar }))).toEqual({
      kind: "not-found",
    });
  });
});

describe("a conflict", () => {
  it("stands in the way of signing until it is decided, and after it when it is refused", async () => {
    await world.issued();
    const seen = await declared("past-employment");
    const blocked = { kind: "conflict-blocks", grounds: ["past-employment"] };
    expect(await refusalOf(() => world.sign("leader"))).toEqual(blocked);
    expect((await world.page()).conflicts).toMatchObject([{ id: seen.id, state: "found" }]);
    const upheld = await decide(seen, { outcome: "uphold" });
    expect(await refusalOf(() => world.sign("leader"))).toEqual(blocked);
    const again = { ...upheld, reason: "A governor will look on" };
    const open = await revisitConflict(world.officer, world.area, again);
    expect(await refusalOf(() => world.sign("leader"))).toEqual(blocked);
    await decide(open);
    await world.sign("leader");
    expect((await world.page()).conflicts).toMatchObject([
      { state: "allowed", conditions: "The chair is told" },
    ]);
  });

  it("stands in the way of sending an agreement out", async () => {
    await declared("other");
    expect(await refusalOf(() => world.issued())).toMatchObject({ kind: "conflict-blocks" });
  });

  it("with the coordinator’s own school is found from the coordinator’s part in it", async () => {
    await world.database.client.execute(
      "INSERT INTO role_grants (id, person_id, role, area_id, urn, from_on) VALUES ('g1', 'cora', 'school-staff', 'here', 900002, '2026-01-01')",
    );
    expect(await refusalOf(() => world.issued())).toEqual({
      kind: "conflict-blocks",
      grounds: ["coordinators-own-school"],
    });
    const asSent = { area: world.area.slug, leader: world.lena.personId, urn: places.alder };
    const { conflicts } = await raiseConflict(world.coordinator, world.area, asSent);
    await decide({ id: conflicts[0] ?? "", version: 1 });
    await world.issued();
  });

  it("is raised by those who broker, and only where one was found that is not on record", async () => {
    const about = { leader: world.lena.personId, urn: places.alder };
    const raise = (ctx: Context) => raiseConflict(ctx, world.area, about);
    expect(await refusalOf(() => raise(world.coordinator))).toEqual({ kind: "not-found" });
    for (const ctx of [world.head, world.lena.ctx]) {
      expect(await refusalOf(() => raise(ctx))).toEqual({ kind: "not-allowed" });
    }
  });
});

describe("the decision", () => {
  it("is logged with who, when and why, and told to whoever asked for it", async () => {
    const seen = await declared("governor");
    const before = (await world.needMails()).length;
    await decide(seen);
    const { decision, timeline, state } = await getConflict(world.lena.ctx, world.area, seen.id);
    expect(state).toBe("allowed");
    expect(decision).toMatchObject({ reason, conditions: "The chair is told" });
    expect(timeline[0]).toMatchObject({ kind: "conflict-allowed", by: "Olu", reason });
    expect((await world.needMails()).slice(before)).toEqual([
      ["conflict-decided", "lena@alder.example"],
    ]);
  });

  it("is an officer’s or an administrator’s without a part in it, with a reason", async () => {
    const seen = await declared("other");
    for (const ctx of [world.head, world.lena.ctx, world.coordinator]) {
      expect(await refusalOf(() => decide(seen, { ctx }))).toEqual({ kind: "not-allowed" });
    }
    const head = { role: "head", areaId: places.here, urn: places.alder } as const;
    const party = await world.signedIn("Piotr", grants.officer, head);
    expect(await refusalOf(() => decide(seen, { ctx: party }))).toMatchObject({
      kind: "own-conflict",
    });
    const blank = { ...seen, outcome: "allow", reason: " ", conditions: "" } as const;
    expect(await refusalOf(() => decideAbout(world.officer, world.area, blank))).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    const stranger = world.strangers["an administrator of another area"];
    if (stranger === undefined) throw new Error("no stranger");
    expect(await refusalOf(() => decide(seen, { ctx: stranger }))).toEqual({ kind: "not-found" });
    await decide(seen, { ctx: world.administrator });
  });

  it("by two at once is made once, and the second is told by whom", async () => {
    const seen = await declared("other");
    const results = await Promise.allSettled([
      decide(seen),
      decide(seen, { outcome: "uphold", ctx: world.administrator }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(results[1]).toMatchObject({ reason: { refusal: { kind: "changed-since", by: "Olu" } } });
  });
});

describe("the register", () => {
  it("is read whole by staff and board, the board without the words, the two sides their own, others not at all", async () => {
    const { id } = await declared("past-employment");
    const board = world.strangers["a board member"];
    if (board === undefined) throw new Error("no board");
    const seen = await getConflict(board, world.area, id);
    expect(seen).toMatchObject({ kind: "past-employment", declared: null, may: { decide: false } });
    expect(JSON.stringify(seen)).not.toContain("deputy");
    for (const ctx of [world.head, world.homeHead, world.lena.ctx]) {
      const { conflicts, isWholeArea } = await listConflicts(ctx, world.area, {});
      expect([conflicts.length, isWholeArea]).toEqual([1, false]);
    }
    const other = await world.signedIn("Otis", { role: "leader", areaId: places.here });
    expect((await listConflicts(other, world.area, {})).conflicts).toEqual([]);
    expect(await refusalOf(() => getConflict(other, world.area, id))).toEqual({
      kind: "not-found",
    });
    for (const [question, total] of [
      [{ states: ["allowed"] }, 0],
      [{ grounds: ["declared"] }, 0],
      [{ grounds: ["past-employment"], states: ["found"] }, 1],
      [{ words: "lena" }, 1],
      [{ words: "deputy" }, 0],
    ] as const) {
      const list = await listConflicts(board, world.area, question);
      expect([question, list.total, list.conflicts.length]).toEqual([question, total, total]);
      expect(list.counts.found).toBe(1);
    }
  });
});

describe("a leader with a conflict of interest", () => {
  it("is not offered, nor taken where it came up after the offer went out, until it is allowed", async () => {
    const { area, coordinator } = world;
    const max = await world.addLeader("Max");
    const need = await world.openedNeed();
    const offer = { needId: need.id, leader: max.personId, halfDays: 4, note: "" };
    const send = () =>
      sendOffer(coordinator, area, { ...offer, version: need.version, overrideReason: "Known" });
    const tie = { urn: places.alder, words: "A cousin", untilOn: null };
    const [id = ""] = (await declareInterest(max.ctx, area, { ...tie, kind: "other" })).conflicts;
    expect(await refusalOf(send)).toEqual({
      kind: "rules-broken",
      rules: ["no-conflict"],
      isOverridable: false,
    });
    await decide({ id, version: 1 });
    const sent = await send();
    await declareInterest(max.ctx, area, { ...tie, kind: "past-employment" });
    expect(await refusalOf(() => acceptOffer(max.ctx, area, sent))).toEqual({
      kind: "conflict-blocks",
      grounds: [],
    });
  });

  it("does not learn from it which school is meant, before the school is named", async () => {
    const { area, coordinator } = world;
    const max = await world.addLeader("Max");
    const need = await world.openedNeed();
    const offer = { needId: need.id, version: need.version, leader: max.personId, halfDays: 4 };
    const sent = await sendOffer(coordinator, area, { ...offer, note: "", overrideReason: "" });
    const tie = { urn: places.alder, words: "A cousin", untilOn: null, kind: "other" } as const;
    await declareInterest(max.ctx, area, tie);
    const seen = await getOffer(max.ctx, area, sent.id);
    expect(seen).toMatchObject({ school: null, conflicts: [] });
    const known = await getOffer(coordinator, area, sent.id);
    expect(known.conflicts).toMatchObject([{ kind: "declared", state: "found" }]);
  });
});
