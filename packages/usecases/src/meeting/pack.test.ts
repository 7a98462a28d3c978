import { found } from "../context/index.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordMeetingChange } from "@alongside/db/stores/meeting";
import { findMeeting, listPublished } from "@alongside/db/views/meeting";
import { getBoard } from "../board/index.ts";
import { hour, refusalOf } from "../identity/world.ts";
import {
  cancelMeeting,
  getMeeting,
  getPack,
  makePack,
  packProgress,
  sendPack,
  stopPack,
} from "./index.ts";
import { whileMaking } from "./making.ts";
import { words, openBoardWorld, type BoardWorld } from "./world.ts";

let world: BoardWorld["world"];
let area: BoardWorld["area"];
let people: BoardWorld["people"];
let aMeeting: BoardWorld["aMeeting"];

beforeEach(async () => {
  ({ world, area, people, aMeeting } = await openBoardWorld());
});
afterEach(() => world.drop());

const otherWork = (): Promise<void> =>
  new Promise((next) => {
    setImmediate(next);
  });

describe("a pack", () => {
  it("is made again until one is issued, and then stays word for word", async () => {
    const { id: meeting } = await aMeeting();
    expect(await makePack(people.clerk, area, { id: meeting })).toEqual({ number: 1 });
    expect(await makePack(people.clerk, area, { id: meeting })).toEqual({ number: 2 });
    expect(await refusalOf(() => sendPack(people.clerk, area, { id: meeting, number: 1 }))).toEqual(
      { kind: "pack-replaced", number: 2 },
    );
    for (const ctx of [people.chair, people.officer])
      expect(await refusalOf(() => getPack(ctx, area, { id: meeting, number: 2 }))).toEqual({
        kind: "not-found",
      });
    await sendPack(people.clerk, area, { id: meeting, number: 2 });
    const read = await getPack(people.member, area, { id: meeting, number: 2 });
    expect(read).toMatchObject({
      isWhole: true,
      body: words.name,
      remit: "primary schools of the area",
    });
    const head = found(
      (
        await world.database.client.execute(
          "SELECT hash FROM events WHERE kind = 'pack-made' ORDER BY seq",
        )
      ).rows[0],
    )["hash"];
    expect(read.chain.head).toBe(head);
    expect(await refusalOf(() => makePack(people.clerk, area, { id: meeting }))).toEqual({
      kind: "pack-issued",
      number: 2,
    });
    expect(await refusalOf(() => getPack(people.head, area, { id: meeting, number: 2 }))).toEqual({
      kind: "not-found",
    });
    expect((await world.events("pack-issued"))[0]).toMatchObject({
      actor: "clara",
      payload: { number: 2, hash: read.hash },
    });
    world.pass(hour);
    expect(await getPack(people.member, area, { id: meeting, number: 2 })).toEqual(read);
  });

  it("says so when its words were changed behind its back", async () => {
    const { id: meeting } = await aMeeting();
    await makePack(people.clerk, area, { id: meeting });
    await world.database.client.execute(
      `UPDATE board_packs SET content = replace(content, 'Town Hall', 'Elsewhere')`,
    );
    expect((await getPack(people.clerk, area, { id: meeting, number: 1 })).isWhole).toBe(false);
  });

  it("is made by one at a time, and is given up when it is stopped", async () => {
    const { id: meeting } = await aMeeting();
    const first = makePack(people.clerk, area, { id: meeting });
    const others = await Promise.allSettled([
      first,
      (async () => {
        for (;;) {
          const { wasMade } = await stopPack(people.clerk, area, { id: meeting });
          if (wasMade) return;
        }
      })(),
    ]);
    expect(others[0]).toMatchObject({
      status: "rejected",
      reason: { refusal: { kind: "pack-stopped" } },
    });
    expect((await getMeeting(people.clerk, area, { id: meeting })).packs).toEqual([]);
    const both = await Promise.allSettled(
      [1, 2].map(() => makePack(people.clerk, area, { id: meeting })),
    );
    const ends = both.map((each) =>
      each.status === "fulfilled" ? "made" : each.reason.refusal.kind,
    );
    expect(ends.toSorted()).toEqual(["made", "pack-being-made"]);
    expect(await refusalOf(() => stopPack(people.chair, area, { id: meeting }))).toEqual({
      kind: "not-allowed",
    });
  });

  it("is refused before any work to whoever may not make it, and where there can be none", async () => {
    const { id: meeting } = await aMeeting();
    const ask = (ctx: (typeof people)["clerk"]) =>
      refusalOf(() => makePack(ctx, area, { id: meeting }));
    await makePack(people.clerk, area, { id: meeting });
    // While one is being made, work that began would be refused as the second.
    await whileMaking(people.clerk, meeting, async () => {
      expect(await ask(people.clerk)).toEqual({ kind: "pack-being-made" });
      expect(await ask(people.chair)).toEqual({ kind: "not-allowed" });
      await sendPack(people.clerk, area, { id: meeting, number: 1 });
      expect(await ask(people.clerk)).toEqual({ kind: "pack-issued", number: 1 });
      const { version } = await getMeeting(people.clerk, area, { id: meeting });
      await cancelMeeting(people.clerk, area, { id: meeting, version });
      expect(await ask(people.clerk)).toMatchObject({ kind: "wrong-state", state: "cancelled" });
    });
    expect(
      await refusalOf(() => sendPack(people.clerk, area, { id: meeting, number: 1 })),
    ).toMatchObject({ kind: "wrong-state", state: "cancelled" });
  });

  it("is not kept for a meeting that was cancelled while it was made", async () => {
    const { id: meeting } = await aMeeting();
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancelled = world.database.write(async (tx) => {
      await promise;
      const row = found(await findMeeting(tx, area.id, meeting));
      await recordMeetingChange(tx, row, { state: "cancelled", changedAt: row.changedAt });
    });
    const made = refusalOf(() => makePack(people.clerk, area, { id: meeting }));
    while ((await packProgress(people.clerk, area, { id: meeting })).step !== "keeping")
      await otherWork();
    resolve();
    await cancelled;
    expect(await made).toMatchObject({ kind: "wrong-state", state: "cancelled" });
    expect((await getMeeting(people.clerk, area, { id: meeting })).packs).toEqual([]);
  });

  it("counts as out from the moment when its clerk has read it, and the issued one goes on to count", async () => {
    const { read } = world.database;
    const { id: meeting } = await aMeeting();
    expect(await listPublished(read, area.id)).toHaveLength(0);
    await makePack(people.clerk, area, { id: meeting });
    await makePack(people.clerk, area, { id: meeting });
    expect(await listPublished(read, area.id)).toHaveLength(1);
    await sendPack(people.clerk, area, { id: meeting, number: 2 });
    expect(await listPublished(read, area.id)).toHaveLength(1);
  });

  it("holds the figures as the board may see them, whoever makes it", async () => {
    const { id: meeting } = await aMeeting();
    await makePack(people.clerk, area, { id: meeting });
    const pack = await getPack(people.clerk, area, { id: meeting, number: 1 });
    const board = await getBoard(people.chair, area, {});
    expect(pack.figures).toEqual(board.figures);
    for (const figure of pack.figures)
      for (const cell of figure.cells.flat()) expect(cell.records).toBe(0);
  });
});
