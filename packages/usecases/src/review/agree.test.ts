import { dateOf } from "@alongside/domain/calendar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { refusalOf } from "../identity/world.ts";
import type { ReviewId } from "@alongside/domain/review";
import { agreeReview, getReview, reopenReview } from "./index.ts";
import { ash, begin, judge, openReviewWorld, strong, type ReviewWorld } from "./review-world.ts";

let world: ReviewWorld;
beforeEach(async () => {
  world = await openReviewWorld();
});
afterEach(() => world.drop());

const panelOn = dateOf(2026, 3, 2);
const opened = async (): Promise<ReviewId> => (await begin(world, world.coordinator)).id;
const agree = (
  id: ReviewId,
  more: Partial<Parameters<typeof agreeReview>[2]> = {},
  ctx: Context = world.coordinator,
) => agreeReview(ctx, world.area, { id, version: 1, panelOn, leavesOut: false, ...more });

const outsiders = (): readonly Context[] => [
  world.head,
  world.staff,
  world.board,
  world.clerk,
  ...Object.values(world.strangers),
];

describe("agreeing to a review", () => {
  it("is done with the day of the panel when every school is judged; then nothing can be changed before it is taken up again", async () => {
    const { area, coordinator } = world;
    const id = await opened();
    await judge(world, coordinator, { id });
    expect(await refusalOf(() => agree(id))).toEqual({ kind: "schools-left", left: 1 });
    await judge(world, coordinator, { id, urn: ash, judgements: strong });
    const day = dateOf(2026, 3, 3);
    expect(await refusalOf(() => agree(id, { panelOn: day }))).toEqual({
      kind: "panel-day-ahead",
      on: day,
    });
    expect(await agree(id)).toEqual({ id, version: 2, state: "agreed", invited: 1 });
    expect(await world.events("review-agreed")).toMatchObject([
      { payload: { panelOn, left: 0, invited: 1 } },
    ]);
    expect(await refusalOf(() => judge(world, coordinator, { id, version: 1 }))).toMatchObject({
      kind: "wrong-state",
      machine: "review",
    });
    const reopen = (reason: string) => reopenReview(coordinator, area, { id, version: 2, reason });
    expect(await refusalOf(() => reopen(" "))).toEqual({ kind: "words-needed", field: "reason" });
    expect(await reopen("Ash was mixed up")).toMatchObject({ state: "open", version: 3 });
    expect(await world.events("review-reopened")).toMatchObject([
      { payload: { reason: "Ash was mixed up" } },
    ]);
    await judge(world, coordinator, { id, version: 1 });
  });

  it("may leave schools out on purpose, and shows those that were judged from then on", async () => {
    const id = await opened();
    await judge(world, world.coordinator, { id });
    await agree(id, { leavesOut: true });
    expect(await getReview(world.officer, world.area, id)).toMatchObject({
      panelOn,
      progress: { judged: 1, schools: 1 },
      schools: [{ name: "Alder School" }],
      may: { judge: false, agree: false, reopen: true },
    });
  });

  it("happens once, of two at once, and for its keepers alone", async () => {
    const id = await opened();
    for (const ctx of outsiders())
      expect(await refusalOf(() => agree(id, { leavesOut: true }, ctx))).toEqual({
        kind: "not-found",
      });
    const act = () => agree(id, { leavesOut: true });
    expect(await refusalOf(() => agree(id, { leavesOut: true }, world.administrator))).toEqual({
      kind: "not-allowed",
    });
    const both = await Promise.allSettled([act(), act()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(act)).toMatchObject({ kind: "changed-since", by: "Cora" });
    const reason = "A mistake";
    for (const ctx of outsiders()) {
      const reopen = () => reopenReview(ctx, world.area, { id, version: 2, reason });
      expect(await refusalOf(reopen)).toEqual({ kind: "not-found" });
    }
  });
});
