import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { places, refusalOf } from "../identity/world.ts";
import { daysOf, openRoundWorld, schools, type RoundWorld } from "./round-world.ts";
import { createRound, replayRun, solveRound } from "./index.ts";

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
});
afterEach(() => world.database.drop());

describe("solving a round", () => {
  it("keeps the frozen problem and the plan, and can make the plan again to the same bytes", async () => {
    await world.needOf(schools.dogwood, { band: 1 });
    await world.needOf(schools.elm, { band: 2 });
    await world.addLeader("Lena");
    await world.addLeader("Otto", { offering: daysOf(12) });
    const round = await world.begun();
    const started = performance.now();
    const solved = await solveRound(world.coordinator, world.area, round);
    const first = performance.now() - started;
    expect(solved).toMatchObject({ run: 1, state: "solved" });
    const warm = performance.now();
    const again = await solveRound(world.coordinator, world.area, solved);
    console.log(first, performance.now() - warm);
    for (const run of [1, 2])
      expect(await replayRun(world.coordinator, world.area, { id: round.id, run })).toMatchObject({
        isSame: true,
        isProblemIntact: true,
        isRepeatable: true,
      });
    expect(again.run).toBe(2);
  });
});
