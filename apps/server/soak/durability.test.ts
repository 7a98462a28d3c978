import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runBlocks } from "./busy.ts";
import { runDamage } from "./damage.ts";
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
    const { traffic, books, mails } = await runKills(ground, { kills: 2, writes: 80, writers: 3 });
    expect(traffic.wrong).toEqual([]);
    expect(traffic.acknowledged).toBeGreaterThanOrEqual(80);
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
    const ended = await runEnds(ground, { rounds: 1, requests: 8 });
    expect(ended).toEqual({ rounds: 1, underWay: 8, finished: 8, cleanExits: 1, lost: 0 });
  });

  it("waits for another process that holds the file", async () => {
    expect(await runBlocks(ground, 2)).toMatchObject({ times: 2, answered: 2 });
  });

  it("does not serve from a damaged file, nor restore a torn backup", async () => {
    const damaged = await runDamage(ground, 1);
    expect(damaged).toMatchObject({ pages: 1, refused: 1, tornBackups: 1, tornRefused: 1 });
    expect(damaged.words).toContain("The database is damaged");
    expect(damaged.words).toContain("restore");
  });
});
