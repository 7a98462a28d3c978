import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRun } from "@alongside/db/views/round";
import { refusalOf } from "../identity/world.ts";
import { fingerprint, thawProblem } from "./frozen.ts";
import {
  adjustRound,
  compareRuns,
  getRound,
  replayRun,
  showMethod,
  showPlan,
  showSolving,
  solveRound,
  stopSolving,
} from "./index.ts";
import { daysOf, openRoundWorld, schools, type RoundWorld } from "./round-world.ts";

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
});
afterEach(() => world.database.drop());

const kindOf = async (work: () => Promise<unknown>): Promise<string> =>
  (await refusalOf(work)).kind;

/** Gorse has one leader to go to, Elm two: a list that begins with Elm may take the one of Gorse. */
const twoAndTwo = async () => {
  const elm = await world.needOf(schools.elm, { band: 2 });
  const gorse = await world.needOf(schools.gorse, {
    band: 2,
    changes: { primaryArea: "assessment", otherAreas: [] },
  });
  const [phonics] = world.levels(3);
  const [other] = world.levels(1);
  if (phonics === undefined || other === undefined) throw new Error("no areas");
  const both = [phonics, { ...phonics, area: "assessment" }];
  const lena = await world.addLeader("Lena", { offering: { ...daysOf(12), areas: both } });
  const otto = await world.addLeader("Otto", { offering: { ...daysOf(12), areas: [other] } });
  return { elm, gorse, lena, otto };
};

describe("solving a round", () => {
  it("serves more than going down the list, proves it, and says so in words", async () => {
    await twoAndTwo();
    const { id } = await solveRound(world.coordinator, world.area, await world.begun());
    const plan = await showPlan(world.coordinator, world.area, { id });
    expect(plan.placements.map(({ need, leader }) => [need.school, leader.name])).toEqual([
      ["Elm School", "Otto"],
      ["Gorse School", "Lena"],
    ]);
    expect(plan.sum).toMatchObject({ served: 2, asked: 2, isProved: true, isVerified: true });
    expect(plan.unserved).toEqual([]);
    expect(plan.placements[0]?.runnersUp).toMatchObject([
      { name: "Lena", words: expect.stringContaining("is needed at Gorse School") },
    ]);
    const method = await showMethod(world.coordinator, world.area, { id });
    expect(method).toMatchObject({ needs: 2, leaders: 2, pairs: 4, passing: 3 });
    expect(method.byList[1]).toEqual({ band: 2, served: 1 });
  });

  it("says of a school that goes without why, and what the least change would be", async () => {
    await world.needOf(schools.gorse, { band: 1 });
    await world.needOf(schools.elm, { band: 3 });
    await world.addLeader("Lena", { offering: daysOf(12) });
    await world.addLeader("Otto", { offering: { ...daysOf(12), phases: ["secondary"] } });
    const { id } = await solveRound(world.coordinator, world.area, await world.begun());
    const { unserved, recruits, load } = await showPlan(world.coordinator, world.area, { id });
    expect(unserved).toMatchObject([
      {
        need: { school: "Elm School" },
        causes: [
          "1 leader fits but has no days or place left: a greater need or a better fit has them",
          "1 leader does not serve its phase",
        ],
        changes: [
          "6 days more from Lena",
          "Lena goes here instead of to Gorse School (band 1)",
          "Otto serves schools of this phase",
        ],
      },
    ]);
    expect(recruits).toEqual([
      "A leader for Phonics and early reading in primary schools of North: 1 school goes without (6 days asked), and 1 leader could come and is full",
    ]);
    expect(load).toMatchObject({ unused: 1, full: 1 });
  });

  it("keeps what the engine was given, so that the plan can be made again to the last byte", async () => {
    const { lena } = await twoAndTwo();
    const solved = await solveRound(world.coordinator, world.area, await world.begun());
    const { id } = solved;
    await world.database.client.execute({
      sql: "UPDATE capacity_lines SET good_until = '2026-03-01' WHERE id = ?",
      args: [lena.line],
    });
    const second = await solveRound(world.coordinator, world.area, solved);
    for (const run of [1, 2])
      expect(await replayRun(world.coordinator, world.area, { id, run })).toMatchObject({
        isSame: true,
        isProblemIntact: true,
        isRepeatable: true,
      });
    const first = await findRun(world.database.read, id, 1);
    expect(fingerprint(first?.problem ?? "")).toBe(first?.problemHash);
    expect(thawProblem(first?.problem ?? "").providers).toHaveLength(2);
    const { lines } = await compareRuns(world.coordinator, world.area, { id, one: 1, other: 2 });
    expect(lines.map(({ need, outcome }) => [need.school, outcome])).toEqual([
      ["Gorse School", "loses"],
      ["Elm School", "same"],
    ]);
    expect(second.run).toBe(2);
    await world.database.client.execute(
      "UPDATE round_runs SET problem = replace(problem, '12', '13')",
    );
    expect(await replayRun(world.coordinator, world.area, { id, run: 1 })).toMatchObject({
      isProblemIntact: false,
    });
  });

  it("is done once at a time, by the version that was seen, and leaves its event", async () => {
    const { elm, lena } = await twoAndTwo();
    const round = await world.begun();
    const both = await Promise.allSettled(
      [1, 2].map(() => solveRound(world.coordinator, world.area, round)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const second = both.find((each) => each.status === "rejected");
    expect(second).toMatchObject({ reason: { refusal: { kind: "solving-already" } } });
    expect(await kindOf(() => solveRound(world.coordinator, world.area, round))).toBe(
      "changed-since",
    );
    expect((await getRound(world.coordinator, world.area, round.id)).runs).toHaveLength(1);
    expect(await world.events("round-solved")).toHaveLength(1);
    const { version } = await getRound(world.coordinator, world.area, round.id);
    const running = solveRound(world.coordinator, world.area, { id: round.id, version });
    const change = { kind: "forbid", need: elm.id, leader: lena.personId, reason: "x" } as const;
    await adjustRound(world.coordinator, world.area, { id: round.id, version, change }).catch(
      () => undefined,
    );
    const refusal = await running.then(
      () => "kept",
      () => "refused",
    );
    const { runs, forbids } = await getRound(world.coordinator, world.area, round.id);
    expect(runs.length === 2).toBe(refusal === "kept");
    expect(forbids.length === 1).toBe(refusal === "refused");
  });

  it("can be watched and stopped, and has nothing to stop when it is over", async () => {
    await twoAndTwo();
    const round = await world.begun();
    const running = solveRound(world.coordinator, world.area, round);
    await stopSolving(world.coordinator, world.area, round.id);
    await running;
    expect(await showSolving(world.coordinator, world.area, round.id)).toEqual({
      isSolving: false,
      progress: null,
    });
    expect(await stopSolving(world.coordinator, world.area, round.id)).toEqual({ stopped: false });
  });

  it("leaves out needs that somebody else has served meanwhile, and is refused when none is left", async () => {
    const { elm, gorse } = await twoAndTwo();
    const round = await world.begun();
    await world.database.client.execute({
      sql: "UPDATE needs SET state = 'closed' WHERE id = ?",
      args: [elm.id],
    });
    const solved = await solveRound(world.coordinator, world.area, round);
    expect(
      (await showPlan(world.coordinator, world.area, { id: round.id })).placements,
    ).toMatchObject([{ need: { id: gorse.id } }]);
    await world.database.client.execute("UPDATE needs SET state = 'closed'");
    expect(await kindOf(() => solveRound(world.coordinator, world.area, solved))).toBe("no-needs");
  });
});
