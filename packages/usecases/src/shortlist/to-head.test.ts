import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toId, type PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { ShortlistForm } from "@alongside/domain/shortlist";
import { refusalOf } from "../identity/world.ts";
import { getNeed, withdrawNeed } from "../need/index.ts";
import { openMatchWorld, type MatchWorld } from "./match-world.ts";
import {
  listSentShortlists,
  openShortlist,
  rankShortlist,
  sendShortlist,
  shortlistFor,
  withdrawShortlist,
} from "./index.ts";
import type { LetterVerdict } from "./to-head.ts";

let world: MatchWorld;
beforeEach(async () => {
  world = await openMatchWorld();
});
afterEach(() => world.drop());

const ids = (...names: readonly string[]) => names.map((name) => toId<PersonId>(name));

/** Ann ranks before Ben by her level; both fit. */
const openChoice = async (): Promise<NeedId> => {
  await world.addLeader("Ann");
  await world.addLeader("Ben", {
    offering: { areas: [{ area: "phonics-and-early-reading", level: 2, evidence: "Two" }] },
  });
  return (await world.openedNeed()).id;
};

const send = (
  needId: NeedId,
  given: { readonly form?: ShortlistForm; readonly people?: readonly PersonId[] } = {},
) =>
  sendShortlist(world.coordinator, world.area, {
    needId,
    people: given.people ?? ids("ann", "ben"),
    form: given.form ?? "anonymised",
    note: "Both have the days",
  });

const benFirst: readonly LetterVerdict[] = [
  { letter: "B", place: 1, isAvoided: false },
  { letter: "A", place: 2, isAvoided: false },
];

const rank = (
  needId: NeedId,
  given: { readonly version?: number; readonly verdicts?: readonly LetterVerdict[] } = {},
  ctx = world.head,
) =>
  rankShortlist(ctx, world.area, {
    needId,
    version: given.version ?? 1,
    verdicts: given.verdicts ?? benFirst,
    words: "B knows schools like ours",
  });

const open = (needId: NeedId, ctx = world.head) => openShortlist(ctx, world.area, { needId });
const names = async (needId: NeedId) =>
  (await shortlistFor(world.coordinator, world.area, { needId })).ranked.map(({ name }) => name);

describe("a list for a head to rank", () => {
  it("goes without names or ids when it is anonymised, and with them when it is not", async () => {
    const needId = await openChoice();
    await send(needId);
    const seen = await open(needId);
    expect(seen).toMatchObject({ state: "sent", form: "anonymised", mayRank: true });
    expect(seen.cards.map(({ letter, named, distance }) => [letter, named, distance])).toEqual([
      ["A", null, "Within 5 km"],
      ["B", null, "Within 5 km"],
    ]);
    const text = JSON.stringify(seen).toLowerCase();
    for (const word of ["ann", "ben", "beech"]) expect(text).not.toMatch(new RegExp(`\\b${word}`));
    await withdrawShortlist(world.coordinator, world.area, { needId, version: 1 });
    await send(needId, { form: "named" });
    expect((await open(needId)).cards.map(({ named }) => named)).toMatchObject([
      { name: "Ann", homeSchool: "Beech School", km: 5 },
      { name: "Ben" },
    ]);
  });

  it("is on the need’s record when it is sent, first looked at and ranked, and mailed", async () => {
    const needId = await openChoice();
    await send(needId);
    await open(needId, world.coordinator);
    expect(await world.events("need-shortlist-seen")).toEqual([]);
    await open(needId, world.staff);
    await open(needId);
    await rank(needId);
    const kinds = ["need-shortlist-sent", "need-shortlist-seen", "need-shortlist-ranked"];
    for (const kind of kinds) expect(await world.events(kind), kind).toHaveLength(1);
    expect((await world.events("need-shortlist-seen"))[0]).toMatchObject({
      actor: "stan",
      payload: { form: "anonymised", leaders: ["ann", "ben"] },
    });
    const mails = (await world.needMails()).map(([template, to]) => `${template} ${to}`);
    expect(mails.slice(-2)).toEqual([
      "need-shortlist hana@alder.example",
      expect.stringMatching(/^need-ranked cora@/),
    ]);
    const { timeline } = await getNeed(world.head, world.area, needId);
    expect(timeline[0]).toMatchObject({ kind: "need-shortlist-ranked", by: "Hana" });
  });

  it("counts in the fit once it is ranked, and no more once it is taken back", async () => {
    const needId = await openChoice();
    expect(await names(needId)).toEqual(["Ann", "Ben"]);
    await send(needId);
    const avoidAnn = [
      { letter: "A", place: 2, isAvoided: true },
      { letter: "B", place: 1, isAvoided: false },
    ];
    await rank(needId);
    const { ranked } = await shortlistFor(world.coordinator, world.area, { needId });
    expect(ranked.map(({ name, headsPlace }) => [name, headsPlace])).toEqual([
      ["Ann", 2],
      ["Ben", 1],
    ]);
    await rank(needId, { version: 2, verdicts: avoidAnn });
    expect(await names(needId)).toEqual(["Ben"]);
    const [sent] = await listSentShortlists(world.coordinator, world.area, { needId });
    expect(sent).toMatchObject({
      state: "ranked",
      sentBy: "Cora",
      answer: "B knows schools like ours",
      leaders: [
        { personId: "ann", name: "Ann", letter: "A", place: null, isAvoided: true },
        { personId: "ben", letter: "B", place: 1, isAvoided: false },
      ],
    });
    await withdrawShortlist(world.coordinator, world.area, { needId, version: 3 });
    expect(await names(needId)).toEqual(["Ann", "Ben"]);
    expect(await refusalOf(() => open(needId))).toEqual({ kind: "not-found" });
  });

  it("is ranked on the school’s behalf by whoever may, and the record says so", async () => {
    const needId = await openChoice();
    await send(needId);
    await rank(needId, {}, world.actingCoordinator);
    const { timeline } = await getNeed(world.head, world.area, needId);
    expect(timeline[0]).toMatchObject({ by: "Acton", isOnBehalf: true });
  });
});

describe("sending a list is refused", () => {
  it("with fewer than two leaders, with somebody who does not fit, and twice", async () => {
    const needId = await openChoice();
    await world.addLeader("Dan", { offering: { phases: ["secondary"] } });
    expect(await refusalOf(() => send(needId, { people: ids("ann", "ann") }))).toEqual({
      kind: "list-length",
      given: 1,
    });
    expect(await refusalOf(() => send(needId, { people: ids("ann", "dan") }))).toEqual({
      kind: "not-found",
    });
    const both = await Promise.allSettled([send(needId), send(needId)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(() => send(needId))).toEqual({
      kind: "already-exists",
      field: "shortlist",
    });
  });

  it("and is nothing to look at, rank or take back before", async () => {
    const needId = await openChoice();
    for (const act of [
      () => open(needId),
      () => rank(needId),
      () => withdrawShortlist(world.coordinator, world.area, { needId, version: 1 }),
    ])
      expect(await refusalOf(act)).toEqual({ kind: "not-found" });
  });

  it("unless the need is open, and then its head can rank no more", async () => {
    const needId = await openChoice();
    await send(needId);
    const { version } = await getNeed(world.head, world.area, needId);
    await withdrawNeed(world.head, world.area, { id: needId, version, note: "Solved" });
    expect(await refusalOf(() => rank(needId))).toMatchObject({ kind: "wrong-state" });
    expect((await open(needId)).mayRank).toBe(false);
    await withdrawShortlist(world.coordinator, world.area, { needId, version: 1 });
    expect(await refusalOf(() => send(needId))).toMatchObject({
      kind: "wrong-state",
      machine: "need",
    });
  });

  it("to everyone who does not triage the need; nobody else knows of the list", async () => {
    const needId = await openChoice();
    await send(needId);
    const { area } = world;
    for (const ctx of [world.head, world.staff, world.administrator]) {
      for (const act of [
        () =>
          sendShortlist(ctx, area, { needId, people: ids("ann", "ben"), form: "named", note: "" }),
        () => withdrawShortlist(ctx, area, { needId, version: 1 }),
        () => listSentShortlists(ctx, area, { needId }),
      ]) {
        expect(await refusalOf(act)).toEqual({ kind: "not-allowed" });
      }
    }
    expect(await refusalOf(() => open(needId, world.administrator))).toEqual({ kind: "not-found" });
    for (const ctx of Object.values(world.strangers)) {
      expect(await refusalOf(() => open(needId, ctx))).toEqual({ kind: "not-found" });
      expect(await refusalOf(() => rank(needId, {}, ctx))).toEqual({ kind: "not-found" });
    }
    for (const ctx of [world.staff, world.coordinator]) {
      expect(await refusalOf(() => rank(needId, {}, ctx))).toEqual({ kind: "not-allowed" });
    }
  });
});

describe("ranking is refused", () => {
  it("with a place twice, with a letter that is on no card, and in silence", async () => {
    const needId = await openChoice();
    await send(needId);
    const say = (verdicts: readonly LetterVerdict[]) => refusalOf(() => rank(needId, { verdicts }));
    const first = { place: 1, isAvoided: false };
    expect(
      await say([
        { letter: "A", ...first },
        { letter: "B", ...first },
      ]),
    ).toEqual({
      kind: "place-repeated",
      place: 1,
    });
    expect(await say([{ letter: "C", ...first }])).toEqual({ kind: "not-found" });
    expect(await say([])).toEqual({ kind: "nothing-ranked" });
  });

  it("to whoever saw an older version, with who was faster", async () => {
    const needId = await openChoice();
    await send(needId);
    const both = await Promise.allSettled([rank(needId), rank(needId)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(() => rank(needId))).toMatchObject({
      kind: "changed-since",
      by: "Hana",
    });
    const back = () => withdrawShortlist(world.coordinator, world.area, { needId, version: 1 });
    expect(await refusalOf(back)).toMatchObject({ kind: "changed-since" });
  });
});
