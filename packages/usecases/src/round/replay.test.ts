import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRun } from "@alongside/db/views/round";
import { engineWith, hostEngine } from "../engine/index.ts";
import { fingerprintOfPlan, thawPlan } from "./frozen.ts";
import { replayRun, showPlan, showSolving, solveRound, stopSolving } from "./index.ts";
import { daysOf, openRoundWorld, schools, type RoundWorld } from "./round-world.ts";

const engineHere = engineWith();

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
  await world.needOf(schools.elm, { band: 1 });
  await world.needOf(schools.gorse, { band: 2 });
  await world.addLeader("Lena", { offering: daysOf(12) });
  await world.addLeader("Otto", { offering: daysOf(12) });
});
afterEach(async () => {
  hostEngine(engineHere);
  await world.database.drop();
});

const replayed = (id: Parameters<typeof replayRun>[2]["id"], run: number) =>
  replayRun(world.coordinator, world.area, { id, run });

describe("a run that is made again", () => {
  it("comes out the same when time had cut it short, for it spends the same work", async () => {
    const works: unknown[] = [];
    let clock = 0;
    const hurried = engineWith(() => (clock += 60_000));
    hostEngine({
      answer: hurried.answer,
      plan: (task, watching) => {
        works.push(task.work);
        return engineHere.plan(task, watching);
      },
    });
    const { id, run } = await solveRound(world.coordinator, world.area, await world.begun());
    const again = await replayed(id, run);
    expect(again).toMatchObject({ isSame: true, isRepeatable: true, isProblemIntact: true });
    expect(again.againHash).toBe(again.planHash);
    const kept = await findRun(world.database.read, id, run);
    expect(works).toEqual([thawPlan(kept?.plan ?? "").work]);
  });

  it("is asked for with a time that must do, and with the plan before it", async () => {
    const asked: unknown[] = [];
    hostEngine({
      ...engineHere,
      answer: (task, watching) => {
        asked.push({ budgetMs: task.budgetMs, previous: "previous" in task && task.previous });
        return engineHere.answer(task, watching);
      },
    });
    const first = await solveRound(world.coordinator, world.area, await world.begun());
    await solveRound(world.coordinator, world.area, first);
    const kept = await findRun(world.database.read, first.id, 1);
    const { assignments } = thawPlan(kept?.plan ?? "");
    expect(asked).toEqual([
      { budgetMs: 30_000, previous: false },
      { budgetMs: 30_000, previous: { assignments } },
    ]);
  });

  it("has a fingerprint of neither the time nor the work that it took", async () => {
    const { id, run } = await solveRound(world.coordinator, world.area, await world.begun());
    const plan = thawPlan((await findRun(world.database.read, id, run))?.plan ?? "");
    const hash = fingerprintOfPlan(plan);
    const work = { ...plan.work, units: plan.work.units + 1 };
    expect(fingerprintOfPlan({ ...plan, ms: plan.ms + 1, work })).toBe(hash);
    expect(fingerprintOfPlan({ ...plan, fit: plan.fit + 1 })).not.toBe(hash);
  });

  it("says so when the plan on record is not what it was", async () => {
    const { id, run } = await solveRound(world.coordinator, world.area, await world.begun());
    await world.database.client.execute(
      `UPDATE round_runs SET plan = replace(plan, '"gap":0', '"gap":1')`,
    );
    expect(await replayed(id, run)).toMatchObject({ isSame: false, isProblemIntact: true });
  });

  it("may come out otherwise when somebody stopped it, which is kept, and it can be watched until then", async () => {
    const round = await world.begun();
    const seen: unknown[] = [];
    hostEngine({
      ...engineHere,
      answer: async (task, watching) => {
        await engineHere.plan(task, watching);
        seen.push(await showSolving(world.coordinator, world.area, round.id));
        seen.push(await stopSolving(world.coordinator, world.area, round.id));
        return engineHere.answer(task, watching);
      },
    });
    const { id, run } = await solveRound(world.coordinator, world.area, round);
    expect(seen).toMatchObject([
      { isSolving: true, progress: { servedByBand: [1, 1, 0, 0] } },
      { stopped: true },
    ]);
    const { sum } = await showPlan(world.coordinator, world.area, { id });
    expect(sum).toMatchObject({ wasCancelled: true });
    hostEngine(engineHere);
    expect(await replayed(id, run)).toMatchObject({ isRepeatable: false, isProblemIntact: true });
  });
});
