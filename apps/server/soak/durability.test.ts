import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runEnds } from "./end.ts";
import { openGround, type Ground } from "./ground.ts";
import { runKills } from "./kill.ts";

/* The small version of `pnpm soak:durability`, with the real server in processes of its own. */

let ground: Ground;
beforeEach(async () => {
  ground = await openGround();
});
afterEach(() => ground.clear());

describe("the real server", { timeout: 120_000 }, () => {
  it("loses and halves nothing that it acknowledged, and doubles nothing, when it is killed under traffic", async () => {
    const { traffic, books, mails } = await runKills(ground, { kills: 1, writes: 40, writers: 2 });
    expect(traffic.wrong).toEqual([]);
    expect(traffic.acknowledged).toBeGreaterThanOrEqual(40);
    expect(traffic.stray).toBe(0);
    expect(books).toMatchObject({
      lost: 0,
      twice: 0,
      halfWritten: [],
      integrity: "ok",
      orphans: 0,
      chainFault: null,
    });
    expect(mails).toMatchObject({ lost: 0, ofNothing: 0 });
    expect(mails.written).toBeGreaterThan(0);
  });

  it("finishes what is under way when it is told to end", async () => {
    const ended = await runEnds(ground, { rounds: 1, requests: 4 });
    expect(ended).toEqual({ rounds: 1, underWay: 4, finished: 4, cleanExits: 1, lost: 0 });
  });
});
