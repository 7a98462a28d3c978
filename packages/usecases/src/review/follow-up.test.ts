import { dateOf } from "@alongside/domain/calendar";
import type { ReviewId } from "@alongside/domain/review";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { emailOf, grants, places, refusalOf } from "../identity/world.ts";
import { discardDraft, getNeed } from "../need/index.ts";
import {
  agreeReview,
  answerReviewInvitation,
  beginNeedFromReview,
  countReviews,
  reviewsOfSchool,
  showOwnReview,
  suggestBand,
} from "./index.ts";
import {
  ash,
  begin,
  judge,
  openReviewWorld,
  strong,
  weak,
  type ReviewWorld,
} from "./review-world.ts";

let world: ReviewWorld;
beforeEach(async () => {
  world = await openReviewWorld();
});
afterEach(() => world.drop());

const note = { text: "The chair will go at Easter", isShared: true };
const agree = (id: ReviewId, version = 1) =>
  agreeReview(world.coordinator, world.area, {
    id,
    version,
    panelOn: dateOf(2026, 3, 2),
    leavesOut: true,
  });

/** Alder needs help and Ash is strong. */
const judgedBoth = async (): Promise<ReviewId> => {
  const { id } = await begin(world, world.coordinator);
  await judge(world, world.coordinator, { id, note });
  await judge(world, world.coordinator, { id, urn: ash, judgements: strong });
  return id;
};

const addLeader = async (name: string): Promise<Context> => {
  const leader = await world.signedIn(name, { ...grants.leader, urn: ash });
  await world.database.client.execute({
    sql: "INSERT INTO leaders (area_id, person_id, kind, home_urn, created_at) VALUES ('here', ?, 'lle', ?, '2026-01-01')",
    args: [name.toLowerCase(), ash],
  });
  return leader;
};

describe("a need that a review suggests", () => {
  it("is begun as a private draft on behalf of the school, by a click alone, with focus and no word of the review", async () => {
    const { area, actingCoordinator } = world;
    const id = await judgedBoth();
    await agree(id);
    expect(await world.events("need-begun")).toEqual([]);
    const asked = { id, urn: places.alder };
    const { needId } = await beginNeedFromReview(actingCoordinator, area, asked);
    const need = await getNeed(actingCoordinator, area, needId);
    expect(need).toMatchObject({
      state: "draft",
      ask: { primaryArea: "whole-school-leadership", otherAreas: ["governance"] },
    });
    expect(JSON.stringify(need)).not.toMatch(/February|Easter|causing-concern/);
    expect(await world.events("need-begun")).toMatchObject([{ payload: { review: id } }]);
    expect(await beginNeedFromReview(actingCoordinator, area, asked)).toEqual({ needId });
    await discardDraft(actingCoordinator, area, { id: needId, version: 1 });
    const again = await Promise.all(
      [1, 2].map(() => beginNeedFromReview(actingCoordinator, area, asked)),
    );
    expect(new Set(again.map((each) => each.needId)).size).toBe(1);
    expect(again[0]?.needId).not.toBe(needId);
  });

  it("is refused where nothing suggests one, and to whoever may not act for the school", async () => {
    const { area, actingCoordinator } = world;
    const id = await judgedBoth();
    const ofAsh = () => beginNeedFromReview(actingCoordinator, area, { id, urn: ash });
    expect(await refusalOf(ofAsh)).toEqual({ kind: "nothing-suggested" });
    const as = (ctx: Context) => () => beginNeedFromReview(ctx, area, { id, urn: places.alder });
    for (const ctx of [world.coordinator, world.officer, world.administrator])
      expect(await refusalOf(as(ctx))).toEqual({ kind: "not-allowed" });
    for (const ctx of [world.head, world.board, ...Object.values(world.strangers)])
      expect(await refusalOf(as(ctx))).toEqual({ kind: "not-found" });
  });

  it("has a band suggested to whoever puts it into one, and to nobody else", async () => {
    const { area, coordinator } = world;
    const id = await judgedBoth();
    const suggest = (ctx: Context, urn = places.alder) => suggestBand(ctx, area, { urn });
    expect(await suggest(coordinator)).toBeNull();
    await agree(id);
    expect(await suggest(coordinator)).toEqual({
      band: 2,
      reason:
        "Termly review, Spring term 2025–26. Causing concern: Leadership. Attention needed: Governance.",
      term: "Spring term 2025–26",
    });
    expect(await suggest(coordinator, ash)).toMatchObject({ band: 4 });
    for (const ctx of [world.head, world.board, world.ashHead, world.administrator])
      expect(await suggest(ctx)).toBeNull();
    expect(await refusalOf(() => suggest(world.officer, places.cedar))).toEqual({
      kind: "not-found",
    });
  });
});

describe("an invitation to give days", () => {
  it("goes to head and leaders of a strong school when the panel has agreed, once, without a word of what was found", async () => {
    await addLeader("Lara");
    await addLeader("Gone");
    await world.database.client.execute(
      "UPDATE people SET deactivated_at = '2026-01-01' WHERE id = 'gone'",
    );
    const id = await judgedBoth();
    expect(await world.mails()).toEqual([]);
    await agree(id);
    const mails = await world.mails();
    expect(mails.map(({ template, recipient }) => [template, recipient])).toEqual([
      ["capacity-to-offer", emailOf("Asha")],
      ["capacity-to-offer", emailOf("Lara")],
    ]);
    expect(mails[0]?.content).toEqual({
      area: "Northfield Partnership",
      name: "Asha",
      path: "/areas/here/our-review",
    });
    await world.database.client.execute("UPDATE reviews SET state = 'open'");
    await agree(id, 2);
    expect(await world.mails()).toHaveLength(2);
  });

  it("waits for both until one has answered, and is nobody else’s", async () => {
    const { area, ashHead } = world;
    const leader = await addLeader("Lara");
    const id = await judgedBoth();
    const waiting = async (ctx: Context) =>
      (await showOwnReview(ctx, area)).invitations.map(({ school, areas }) => [school, areas]);
    expect(await waiting(ashHead)).toEqual([]);
    await agree(id);
    expect(await waiting(ashHead)).toEqual([["Ash School", ["teaching"]]]);
    expect(await waiting(leader)).toEqual([["Ash School", []]]);
    expect(await waiting(world.head)).toEqual([]);
    const answer =
      (ctx: Context, urn = ash) =>
      () =>
        answerReviewInvitation(ctx, area, { id, urn, answer: "not-now" });
    for (const ctx of [world.head, world.officer, world.board, world.staff])
      expect(await refusalOf(answer(ctx))).toEqual({ kind: "not-found" });
    expect(await refusalOf(answer(world.head, places.alder))).toEqual({ kind: "not-found" });
    await answer(leader)();
    expect(await waiting(ashHead)).toEqual([]);
    expect(await world.events("review-invitation-answered")).toMatchObject([
      { actor: "lara", payload: { answer: "not-now" } },
    ]);
    await Promise.all([answer(ashHead)(), answer(leader)()]);
  });

  it("is over with its term", async () => {
    const id = await judgedBoth();
    await agree(id);
    world.pass(30 * 24 * 60 * 60_000);
    expect((await showOwnReview(world.ashHead, world.area)).invitations).toEqual([]);
  });

  it("is taken back when the school is no longer found strong", async () => {
    const id = await judgedBoth();
    await agree(id);
    await world.database.client.execute("UPDATE reviews SET state = 'open'");
    await judge(world, world.coordinator, { id, urn: ash, version: 1, judgements: weak });
    await agree(id, 2);
    expect((await showOwnReview(world.ashHead, world.area)).invitations).toEqual([]);
  });
});

describe("what a school’s reviews found", () => {
  it("is told to its head once agreed, with the note only where it is shared; to staff always; to nobody else at all", async () => {
    const { area } = world;
    const id = await judgedBoth();
    const of = (ctx: Context, urn = places.alder) => reviewsOfSchool(ctx, area, { urn });
    expect((await of(world.head)).terms).toEqual([]);
    expect((await of(world.officer)).terms).toMatchObject([
      { state: "open", hasNote: true, sharedNote: null, band: 2, judgedBy: "Cora" },
    ]);
    await agree(id);
    expect((await of(world.head)).terms).toMatchObject([
      { judgements: weak, sharedNote: note.text, band: null, judgedBy: null },
    ]);
    expect((await showOwnReview(world.head, area)).schools).toMatchObject([
      { name: "Alder School", terms: [{ reviewId: id }] },
    ]);
    const hidden = { ...note, isShared: false };
    await world.database.client.execute("UPDATE reviews SET state = 'open'");
    await judge(world, world.coordinator, { id, version: 1, note: hidden });
    await agree(id, 2);
    expect(JSON.stringify(await of(world.head))).not.toContain(note.text);
    const others = [world.ashHead, world.staff, world.board, world.clerk];
    const {
      "a head of another area": _far,
      "an administrator of another area": _there,
      ...near
    } = world.strangers;
    for (const ctx of [...others, ...Object.values(near)])
      expect(await of(ctx)).toEqual({ terms: [], lists: null });
    expect(await refusalOf(() => of(world.officer, places.cedar))).toEqual({ kind: "not-found" });
  });
});

describe("reviews as counts", () => {
  it("are exact for the staff; for the board without small numbers, and when no review of the term is open", async () => {
    const { area } = world;
    const id = await judgedBoth();
    const cell = async (ctx: Context) =>
      (await countReviews(ctx, area)).terms[0]?.cells.find(
        (each) => each.area === "teaching" && each.judgement === "strong",
      )?.schools;
    expect(await cell(world.officer)).toBe(1);
    expect((await countReviews(world.board, area)).terms).toEqual([]);
    await agree(id);
    expect((await countReviews(world.board, area)).terms).toMatchObject([{ schools: null }]);
    expect(await cell(world.clerk)).toBeNull();
    await begin(world, world.officer, { zoneId: places.east });
    expect((await countReviews(world.board, area)).terms).toEqual([]);
    for (const ctx of [world.head, world.staff])
      expect(await refusalOf(() => countReviews(ctx, area))).toEqual({ kind: "not-found" });
  });
});
