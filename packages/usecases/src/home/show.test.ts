import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openNeedWorld, sentBy, type NeedWorld } from "../need/need-world.ts";
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

  it("is not shown to people of another area", async () => {
    const other = world.strangers["a head of another area"];
    if (other === undefined) throw new Error("there is no such person");
    await expect(showHome(other, world.area)).rejects.toThrow("not-allowed");
  });
});
