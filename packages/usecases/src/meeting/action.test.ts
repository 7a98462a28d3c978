import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandLine } from "@alongside/domain/identity";
import { refusalOf } from "../identity/world.ts";
import { showHome } from "../home/index.ts";
import {
  endAction,
  getMeeting,
  getPack,
  listBoardActions,
  makePack,
  planMeeting,
  remindOfActions,
  setAction,
} from "./index.ts";
import { day, dayLong, id, openBoardWorld, plan, type BoardWorld } from "./world.ts";

let world: BoardWorld["world"];
let area: BoardWorld["area"];
let people: BoardWorld["people"];
let aMeeting: BoardWorld["aMeeting"];
let hold: BoardWorld["hold"];

beforeEach(async () => {
  ({ world, area, people, aMeeting, hold } = await openBoardWorld());
});
afterEach(() => world.drop());

describe("an action", () => {
  const asked = async () => {
    const { id: meeting, bodyId } = await aMeeting();
    await hold(meeting);
    const action = await setAction(people.clerk, area, {
      id: meeting,
      text: "Find a leader",
      ownerId: id("Hana"),
      dueOn: day("2026-03-20"),
    });
    return { meeting, bodyId, action: action.id };
  };

  it("waits for its owner, is ended by the owner or the clerk, and by nobody else", async () => {
    const { action } = await asked();
    expect((await showHome(people.head, area)).waiting).toMatchObject([
      { kind: "board-actions", count: 1, due: "2026-03-20" },
    ]);
    const end = { id: action, version: 1, state: "done", note: "Found one" } as const;
    expect(await refusalOf(() => endAction(people.member, area, end))).toEqual({
      kind: "not-allowed",
    });
    expect(await refusalOf(() => endAction(people.coordinator, area, end))).toEqual({
      kind: "not-found",
    });
    expect(
      await refusalOf(() => endAction(people.head, area, { ...end, note: " " })),
    ).toMatchObject({ kind: "invalid-input" });
    expect(
      await refusalOf(() => endAction(people.head, area, { ...end, version: 2 })),
    ).toMatchObject({ kind: "changed-since", version: 1 });
    await endAction(people.head, area, end);
    expect(await refusalOf(() => endAction(people.clerk, area, { ...end, version: 2 }))).toEqual({
      kind: "action-closed",
      state: "done",
    });
    expect((await listBoardActions(people.head, area)).actions).toMatchObject([
      { state: "done", note: "Found one" },
    ]);
    expect((await listBoardActions(people.coordinator, area)).actions).toEqual([]);
  });

  it("comes again at each meeting, and in its pack, until it is done", async () => {
    const { bodyId, action } = await asked();
    const next = await planMeeting(people.clerk, area, {
      bodyId,
      ...plan,
      date: day("2026-04-01"),
    });
    const carried = async () =>
      (await getMeeting(people.clerk, area, { id: next.id })).carried.length;
    expect(await carried()).toBe(1);
    await makePack(people.clerk, area, { id: next.id });
    expect((await getPack(people.clerk, area, { id: next.id, number: 1 })).carried).toMatchObject([
      { text: "Find a leader", owner: "Hana" },
    ]);
    await endAction(people.clerk, area, {
      id: action,
      version: 1,
      state: "dropped",
      note: "Not needed",
    });
    expect(await carried()).toBe(0);
    expect((await getPack(people.clerk, area, { id: next.id, number: 1 })).carried).toHaveLength(1);
  });

  it("is mailed to its owner a week before its day and once when it is late", async () => {
    await asked();
    const clock = world.as(commandLine);
    expect(await remindOfActions(clock)).toEqual({ reminded: 0 });
    world.pass(9 * dayLong);
    await Promise.all([remindOfActions(clock), remindOfActions(clock)]);
    world.pass(9 * dayLong);
    expect(await remindOfActions(clock)).toEqual({ reminded: 1 });
    expect(await remindOfActions(clock)).toEqual({ reminded: 0 });
    const templates = (await world.mails()).map(({ template }) => template);
    expect(templates.filter((each) => each.startsWith("board-action"))).toEqual([
      "board-action-to-do",
      "board-action-due",
      "board-action-late-due",
    ]);
    expect(await refusalOf(() => remindOfActions(people.clerk))).toEqual({ kind: "not-allowed" });
  });
});
