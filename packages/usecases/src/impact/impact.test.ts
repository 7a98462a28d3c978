import { dateOf } from "@alongside/domain/calendar";
import { toDeploymentId, toObjectiveId } from "@alongside/domain/deployment";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { refusalOf } from "../identity/world.ts";
import { leaderAnswers, openImpactWorld, schoolAnswers, type ImpactWorld } from "./impact-world.ts";
import {
  addReading,
  compareImpact,
  evaluateWork,
  getDeploymentStatement,
  getImpact,
  saveReview,
  takeBackReading,
} from "./index.ts";

let world: ImpactWorld;
beforeEach(async () => {
  world = await openImpactWorld();
});
afterEach(() => world.drop());

const kindOf = async (work: () => Promise<unknown>) => (await refusalOf(work)).kind;

/** Those who answer `not-found`: everyone without a part in this work. */
const strangersOf = ({ strangers }: ImpactWorld): readonly (readonly [string, Context])[] => {
  const { "the head of another school": _home, ...others } = strangers;
  return Object.entries(others);
};

describe("readings of an objective", () => {
  it("come from either side or the broker, move the progress and leave the event", async () => {
    const { area, head, lena, coordinator, drafted, reading } = world;
    await addReading(lena.ctx, area, reading());
    await addReading(head, area, reading({ value: 70, source: "Mock screening" }));
    await addReading(coordinator, area, reading({ value: 68, source: "Officer’s visit" }));
    const page = await getImpact(head, area, drafted.id);
    expect(page.objectives[0]?.readings.map(({ value, by }) => [value, by])).toEqual([
      [66, "Lena"],
      [70, "Hana"],
      [68, "Cora"],
    ]);
    expect(page.objectives[0]).toMatchObject({ actual: 68, outcome: "partly-met" });
    const [first] = await world.events("reading-added");
    expect(first).toMatchObject({ actor: "lena", entity: "deployment", payload: { value: 66 } });
  });

  it("are refused before the baseline, ahead of the day, twice, and where they are no number", async () => {
    const { area, lena, reading } = world;
    const add = (changes: Parameters<typeof reading>[0]) => () =>
      addReading(lena.ctx, area, reading(changes));
    await add({})();
    expect(await kindOf(add({ date: dateOf(2024, 1, 1) }))).toBe("reading-before-baseline");
    expect(await kindOf(add({ date: dateOf(2026, 9, 1) }))).toBe("reading-ahead");
    expect(await kindOf(add({ value: 71 }))).toBe("reading-repeated");
    expect(await kindOf(add({ value: Number.NaN, source: "Other" }))).toBe("not-a-number");
    expect(await kindOf(add({ objectiveId: toObjectiveId("other"), source: "x" }))).toBe(
      "not-found",
    );
    expect(await world.events("reading-added")).toHaveLength(1);
  });

  it("are added once for a key, also when two arrive at once", async () => {
    const { area, lena, reading } = world;
    const sent = reading({ key: "the-same-key" });
    const [one, again] = await Promise.all([
      addReading(lena.ctx, area, sent),
      addReading(lena.ctx, area, sent),
    ]);
    expect(one).toEqual(again);
    expect(await world.events("reading-added")).toHaveLength(1);
  });

  it("are taken back with a reason, once, and stay on the page", async () => {
    const { area, head, lena, drafted, reading } = world;
    const { id } = await addReading(lena.ctx, area, reading());
    expect(await kindOf(() => takeBackReading(head, area, { id, reason: " " }))).toBe(
      "words-needed",
    );
    const both = await Promise.allSettled([
      takeBackReading(head, area, { id, reason: "The wrong cohort" }),
      takeBackReading(lena.ctx, area, { id, reason: "The wrong cohort" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await kindOf(() => takeBackReading(head, area, { id, reason: "Again" }))).toBe(
      "reading-taken-back",
    );
    const [objective] = (await getImpact(head, area, drafted.id)).objectives;
    expect(objective).toMatchObject({
      actual: null,
      readings: [{ takenBack: "The wrong cohort" }],
    });
    expect(await world.events("reading-taken-back")).toHaveLength(1);
  });

  it("are for those of this work alone, and not once it is closed", async () => {
    const { area, homeHead, reading, lena, head, drafted } = world;
    const { id } = await addReading(lena.ctx, area, reading());
    expect(await kindOf(() => addReading(homeHead, area, reading()))).toBe("not-allowed");
    expect(await kindOf(() => takeBackReading(homeHead, area, { id, reason: "x" }))).toBe(
      "not-allowed",
    );
    for (const [who, ctx] of strangersOf(world)) {
      const said = [
        await kindOf(() => addReading(ctx, area, reading())),
        await kindOf(() => takeBackReading(ctx, area, { id, reason: "x" })),
        await kindOf(() => getImpact(ctx, area, drafted.id)),
        await kindOf(() => getDeploymentStatement(ctx, area, drafted.id)),
      ];
      expect([who, ...said]).toEqual([who, "not-found", "not-found", "not-found", "not-found"]);
    }
    expect(await kindOf(() => getImpact(head, area, toDeploymentId("nowhere")))).toBe("not-found");
    await world.database.client.execute("UPDATE deployments SET state = 'closed'");
    expect(await refusalOf(() => addReading(lena.ctx, area, reading({ source: "x" })))).toEqual({
      kind: "not-to-be-read",
      state: "closed",
    });
  });
});

describe("the look half-way", () => {
  const review = {
    version: 0,
    heldOn: dateOf(2026, 3, 2),
    track: "at-risk",
    summary: "One group is behind",
    change: "One more visit",
  } as const;

  it("is held by the leader or the broker while the work goes on, and changed by whoever saw the last", async () => {
    const { area, lena, coordinator, head, drafted } = world;
    const deploymentId = drafted.id;
    const save = (ctx: Context, changes: Partial<typeof review> & { version?: 0 | 1 } = {}) =>
      saveReview(ctx, area, { deploymentId, ...review, ...changes });
    expect(await save(lena.ctx)).toEqual({ version: 1 });
    expect(await refusalOf(() => save(coordinator))).toMatchObject({
      kind: "changed-since",
      by: "Lena",
    });
    const both = await Promise.allSettled([
      saveReview(coordinator, area, { deploymentId, ...review, version: 1 }),
      saveReview(lena.ctx, area, { deploymentId, ...review, version: 1 }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await kindOf(() => save(head))).toBe("not-allowed");
    const ahead = { deploymentId, ...review, version: 2, heldOn: dateOf(2026, 3, 3) };
    expect(await kindOf(() => saveReview(lena.ctx, area, ahead))).toBe("invalid-input");
    for (const [, ctx] of strangersOf(world))
      expect(await kindOf(() => save(ctx))).toBe("not-found");
    expect(await getImpact(head, area, drafted.id)).toMatchObject({
      review: { held: { track: "at-risk", summary: "One group is behind" } },
    });
    expect(await world.events("work-reviewed")).toHaveLength(2);
    await world.complete();
    const late = { deploymentId, ...review, version: 2 };
    expect(await kindOf(() => saveReview(lena.ctx, area, late))).toBe("not-to-be-read");
  });
});

describe("evaluations", () => {
  const bySchool = { side: "supported-school", answers: schoolAnswers } as const;
  const byLeader = { side: "leader", answers: leaderAnswers } as const;

  it("are given blind: neither side, nor anybody else, sees the other’s answers before its own are in", async () => {
    const { area, head, lena, coordinator, drafted } = world;
    const { id } = drafted;
    await world.complete();
    const seenBy = async (ctx: Context) =>
      (await getImpact(ctx, area, id)).evaluations.seen.map(({ side }) => side);
    await evaluateWork(head, area, { id, ...bySchool });
    expect([await seenBy(head), await seenBy(lena.ctx), await seenBy(coordinator)]).toEqual([
      ["supported-school"],
      [],
      [],
    ]);
    expect((await getImpact(lena.ctx, area, id)).evaluations).toMatchObject({
      givenBy: [{ side: "supported-school" }],
      yours: ["leader"],
    });
    expect(JSON.stringify(await getImpact(lena.ctx, area, id))).not.toContain("Groups");
    await evaluateWork(lena.ctx, area, { id, ...byLeader });
    for (const ctx of [head, lena.ctx, coordinator])
      expect(await seenBy(ctx)).toEqual(["supported-school", "leader"]);
    expect((await world.page()).state).toBe("evaluated");
    const logged = await world.events("deployment-evaluated");
    expect(logged.map(({ actor, payload }) => [actor, payload])).toEqual([
      ["hana", { side: "supported-school" }],
      ["lena", { side: "leader" }],
    ]);
  });

  it("are refused before the work is complete, twice, for the other side, and with questions left", async () => {
    const { area, head, lena, homeHead, drafted } = world;
    const { id } = drafted;
    expect(await kindOf(() => evaluateWork(head, area, { id, ...bySchool }))).toBe("wrong-state");
    await world.complete();
    expect(await kindOf(() => evaluateWork(lena.ctx, area, { id, ...bySchool }))).toBe(
      "not-allowed",
    );
    expect(await kindOf(() => evaluateWork(head, area, { id, ...byLeader }))).toBe("not-allowed");
    expect(await kindOf(() => evaluateWork(homeHead, area, { id, ...byLeader }))).toBe(
      "not-allowed",
    );
    for (const [, ctx] of strangersOf(world))
      expect(await kindOf(() => evaluateWork(ctx, area, { id, ...bySchool }))).toBe("not-found");
    const { fit: _fit, ...some } = schoolAnswers;
    expect(
      await refusalOf(() => evaluateWork(head, area, { id, ...bySchool, answers: some })),
    ).toMatchObject({ kind: "invalid-input", fields: { fit: expect.any(String) } });
    const both = await Promise.allSettled([
      evaluateWork(head, area, { id, ...bySchool }),
      evaluateWork(head, area, { id, ...bySchool }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await kindOf(() => evaluateWork(head, area, { id, ...bySchool }))).toBe(
      "already-evaluated",
    );
  });
});

describe("a published measure", () => {
  it("is compared for its own work alone, and says so while results are not out", async () => {
    const { area, head, drafted, objectiveId } = world;
    const { id } = drafted;
    expect(await compareImpact(head, area, { id, objectiveId })).toMatchObject({
      found: null,
      why: "not-published",
      measure: { label: "Phonics: expected standard" },
    });
    for (const [, ctx] of strangersOf(world))
      expect(await kindOf(() => compareImpact(ctx, area, { id, objectiveId }))).toBe("not-found");
    const other = { id, objectiveId: toObjectiveId("other") };
    expect(await kindOf(() => compareImpact(head, area, other))).toBe("not-found");
    await world.database.client.execute("UPDATE objectives SET measure = 'own-measure'");
    expect(await kindOf(() => compareImpact(head, area, { id, objectiveId }))).toBe("not-found");
  });
});
