import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { openDeploymentWorld } from "../deployment/deployment-world.ts";
import { showHome } from "../home/index.ts";
import { command, emailOf, refusalOf } from "../identity/world.ts";
import { recordVisitNote } from "../visit/index.ts";
import { openImpactWorld, type ImpactWorld } from "./impact-world.ts";
import {
  answerFollowUp,
  askFollowUps,
  consentToCaseStudy,
  getDeploymentStatement,
  getImpact,
  getTrackRecord,
  trackRecordOf,
  writeCaseStudy,
} from "./index.ts";

let world: ImpactWorld;
beforeEach(async () => {
  world = await openImpactWorld();
});
afterEach(() => world.drop());

const kindOf = async (work: () => Promise<unknown>) => (await refusalOf(work)).kind;
const strangers = (): readonly Context[] => {
  const { "the head of another school": _home, ...others } = world.strangers;
  return Object.values(others);
};
const waitingFor = async (ctx: Context) =>
  (await showHome(ctx, world.area)).waiting.map(({ kind }) => kind);

describe("the follow-up", () => {
  it("is asked for two terms after the end, once, and answered once by the school", async () => {
    const { area, head, lena, homeHead, drafted } = world;
    const { id } = drafted;
    const answer = { id, sustained: "partly", comment: "Two groups of three" } as const;
    const clock = () => askFollowUps(world.as(command));
    expect(await kindOf(() => answerFollowUp(head, area, answer))).toBe("work-not-over");
    await world.complete();
    expect(await kindOf(() => answerFollowUp(head, area, answer))).toBe("follow-up-not-due");
    expect(await clock()).toEqual({ asked: 0 });
    world.until(400);
    const twice = await Promise.all([clock(), clock()]);
    expect(twice.map(({ asked }) => asked).toSorted()).toEqual([0, 1]);
    expect(await clock()).toEqual({ asked: 0 });
    const mails = (await world.mails()).filter(
      ({ template }) => template === "follow-up-to-answer",
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual([emailOf("Hana")]);
    expect(await waitingFor(head)).toContain("follow-ups");
    expect(await waitingFor(lena.ctx)).not.toContain("follow-ups");
    for (const ctx of [lena.ctx, homeHead])
      expect(await kindOf(() => answerFollowUp(ctx, area, answer))).toBe("not-allowed");
    for (const ctx of strangers())
      expect(await kindOf(() => answerFollowUp(ctx, area, answer))).toBe("not-found");
    const both = await Promise.allSettled([
      answerFollowUp(head, area, answer),
      answerFollowUp(head, area, answer),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await kindOf(() => answerFollowUp(head, area, answer))).toBe("follow-up-answered");
    expect(await world.events("follow-up-answered")).toMatchObject([
      { entity: "follow-up", payload: { sustained: "partly" } },
    ]);
    expect(await waitingFor(head)).not.toContain("follow-ups");
    expect((await getImpact(lena.ctx, area, id)).followUp.answer).toMatchObject({
      sustained: "partly",
      by: "Hana",
    });
    expect(await kindOf(() => askFollowUps(head))).toBe("not-allowed");
  });
});

describe("a case study", () => {
  const words = {
    title: "Phonics in a year",
    challenge: "Results fell",
    support: "Twelve half-days",
    difference: "More children read",
    namesSchool: false,
  };

  it("is told once both sides agree to the very words, and untold when one takes its word back", async () => {
    const { area, head, lena, drafted } = world;
    const { id } = drafted;
    const write = (version: number, more = {}) =>
      writeCaseStudy(lena.ctx, area, { id, version, ...words, ...more });
    expect(await kindOf(() => write(0))).toBe("work-not-over");
    await world.complete();
    expect(await write(0)).toEqual({ version: 1 });
    const consent = (ctx: Context, side: "leader" | "supported-school", version: number) =>
      consentToCaseStudy(ctx, area, { id, version, side, agrees: true });
    await consent(head, "supported-school", 1);
    await write(2, { title: "Phonics" });
    const state = async () => (await getImpact(head, area, id)).caseStudy;
    expect(await state()).toMatchObject({ state: "asked", schoolConsentAt: null });
    await consent(head, "supported-school", 3);
    const both = await Promise.allSettled([
      consent(lena.ctx, "leader", 4),
      consent(lena.ctx, "leader", 4),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await state()).toMatchObject({ state: "agreed", version: 5 });
    expect(await kindOf(() => consent(head, "supported-school", 5))).toBe("case-study-state");
    const no = { id, version: 5, side: "supported-school", agrees: false } as const;
    await consentToCaseStudy(head, area, no);
    expect(await state()).toMatchObject({ state: "withdrawn", schoolConsentAt: null });
    const kinds = (await world.events())
      .filter(({ entity }) => entity === "case-study")
      .map(({ kind }) => kind.replace("case-study-", ""));
    expect(kinds).toEqual(["written", "agreed", "written", "agreed", "agreed", "withdrawn"]);
  });

  it("is written by the leader or the broker, and agreed to by each side for itself", async () => {
    const { area, head, homeHead, lena, coordinator, drafted } = world;
    const { id } = drafted;
    await world.complete();
    const write = (ctx: Context) => () => writeCaseStudy(ctx, area, { id, version: 0, ...words });
    const agree = (ctx: Context, side: "leader" | "supported-school") => () =>
      consentToCaseStudy(ctx, area, { id, version: 1, side, agrees: true });
    expect(await kindOf(agree(head, "supported-school"))).toBe("not-found");
    expect(await kindOf(write(head))).toBe("not-allowed");
    await write(coordinator)();
    expect(await kindOf(write(lena.ctx))).toBe("changed-since");
    expect(await kindOf(agree(head, "leader"))).toBe("not-allowed");
    expect(await kindOf(agree(lena.ctx, "supported-school"))).toBe("not-allowed");
    expect(await kindOf(agree(homeHead, "leader"))).toBe("not-allowed");
    for (const ctx of strangers()) {
      expect(await kindOf(write(ctx))).toBe("not-found");
      expect(await kindOf(agree(ctx, "leader"))).toBe("not-found");
    }
  });
});

describe("the statement", () => {
  it("charges the days that were given, by source, and nothing before a visit", async () => {
    const { area, lena, head, drafted } = world;
    expect(await getDeploymentStatement(head, area, drafted.id)).toMatchObject({
      pence: 0,
      visits: [],
      lines: [{ agreedHalfDays: 12, deliveredHalfDays: 0 }],
    });
    const visit = await world.plan();
    world.until(16);
    await recordVisitNote(lena.ctx, area, { ...visit, note: await world.note() });
    expect(await getDeploymentStatement(head, area, drafted.id)).toMatchObject({
      pence: 45_000,
      visits: [{ date: "2026-03-16", halfDays: 2 }],
      lines: [{ deliveredHalfDays: 2, pence: 45_000, brokeragePence: 6_750 }],
    });
  });
});

describe("the track record", () => {
  it("is for the leader and those who broker, and shows no figure of a single piece of work", async () => {
    const { area, head, homeHead, lena, officer, database } = world;
    const { personId } = lena;
    await world.complete();
    await world.evaluate();
    for (const ctx of [lena.ctx, officer])
      expect(await getTrackRecord(ctx, area, { personId })).toMatchObject({
        mean: null,
        works: 1,
        areas: [{ works: 1, figure: null }],
      });
    const broker = world.strangers["the coordinator of another zone"];
    for (const ctx of [head, homeHead, ...strangers().filter((each) => each !== broker)])
      expect(await kindOf(() => getTrackRecord(ctx, area, { personId }))).toBe("not-found");
    expect(await trackRecordOf(database.read, area.id)).toBeUndefined();
  });
});

describe("the home of those at work", () => {
  it("asks each of the three to sign, until that one has", async () => {
    const other = await openDeploymentWorld();
    const waits = async (ctx: Context) =>
      (await showHome(ctx, other.area)).waiting.some(({ kind }) => kind === "signatures");
    const three = [other.head, other.lena.ctx, other.homeHead];
    const asked = async () => Promise.all(three.map(waits));
    expect(await asked()).toEqual([false, false, false]);
    await other.issued();
    expect(await asked()).toEqual([true, true, true]);
    await other.sign("leader");
    expect(await asked()).toEqual([true, false, true]);
    expect(await waits(other.coordinator)).toBe(false);
    other.drop();
  });

  it("says what waits for each side: a record, its correction, the head’s word, an evaluation", async () => {
    const { area, lena, head, coordinator } = world;
    const visit = await world.plan();
    expect(await waitingFor(lena.ctx)).not.toContain("records");
    world.until(16);
    expect([await waitingFor(lena.ctx), await waitingFor(head)]).toEqual([
      expect.arrayContaining(["records"]),
      expect.not.arrayContaining(["records"]),
    ]);
    await recordVisitNote(lena.ctx, area, { ...visit, note: await world.note() });
    expect(await waitingFor(head)).toContain("records-to-judge");
    expect(await waitingFor(lena.ctx)).not.toContain("records");
    await world.complete();
    for (const ctx of [head, lena.ctx]) expect(await waitingFor(ctx)).toContain("evaluations");
    expect(await waitingFor(coordinator)).not.toContain("evaluations");
    await world.evaluate();
    for (const ctx of [head, lena.ctx]) expect(await waitingFor(ctx)).not.toContain("evaluations");
  });
});
