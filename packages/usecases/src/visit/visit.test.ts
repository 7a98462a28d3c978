import { dateOf } from "@alongside/domain/calendar";
import { toObjectiveId } from "@alongside/domain/deployment";
import { toVisitId } from "@alongside/domain/visit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { completeDeployment } from "../deployment/index.ts";
import { command, emailOf, refusalOf } from "../identity/world.ts";
import {
  agreeVisitNote,
  amendVisitNote,
  cancelVisit,
  finishAction,
  getVisit,
  getVisitPlan,
  listVisits,
  markVisitNoteInaccurate,
  planVisit,
  recordVisitNote,
  remindOfNotes,
  rescheduleVisit,
} from "./index.ts";
import { firstDay, openVisitWorld, type VisitWorld } from "./visit-world.ts";

let world: VisitWorld;
beforeEach(async () => {
  world = await openVisitWorld();
});
afterEach(() => world.drop());

const moved = { date: dateOf(2026, 3, 18), startsAt: "13:00", halfDays: 1 };

describe("planning visits", () => {
  it("books the days of the agreement, never more, and tells both sides with an invitation", async () => {
    const { area, lena } = world;
    const { id } = await world.plan();
    expect(await world.book()).toEqual([10, 2, 0]);
    const mails = (await world.mails()).filter(({ template }) => template === "visit-planned");
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [emailOf("Hana"), emailOf("Lena")].toSorted(),
    );
    expect(mails[0]?.content).toMatchObject({
      from: "2026-03-16T09:30:00.000Z",
      to: "2026-03-16T16:00:00.000Z",
      uid: `${id}@visits.alongside`,
      sequence: "0",
    });
    const deploymentId = world.drafted.id;
    const plan = { deploymentId, date: firstDay, startsAt: "09:30", halfDays: 11 };
    expect(await refusalOf(() => planVisit(lena.ctx, area, plan))).toEqual({
      kind: "beyond-agreed-days",
      wanted: 11,
      left: 10,
    });
    expect(
      await refusalOf(() =>
        planVisit(lena.ctx, area, { ...plan, halfDays: 1, date: dateOf(2026, 4, 1) }),
      ),
    ).toMatchObject({ kind: "outside-agreed-dates" });
    expect(
      await refusalOf(() => planVisit(lena.ctx, area, { ...plan, halfDays: 1, startsAt: "03:00" })),
    ).toMatchObject({ kind: "invalid-input" });
    expect((await getVisitPlan(lena.ctx, area, deploymentId)).allowance?.leftHalfDays).toBe(10);
  });

  it("plans once for a key, and two plans at once for the last days give one visit", async () => {
    const { area, lena, drafted } = world;
    const plan = { deploymentId: drafted.id, date: firstDay, startsAt: "09:30", halfDays: 7 };
    const keyed = { ...plan, key: "the-same-key" };
    const [one, again] = await Promise.all([
      planVisit(lena.ctx, area, keyed),
      planVisit(lena.ctx, area, keyed),
    ]);
    expect(one).toEqual(again);
    await cancelVisit(lena.ctx, area, { ...one, reason: "Snow" });
    const both = await Promise.allSettled([
      planVisit(lena.ctx, area, plan),
      planVisit(lena.ctx, area, plan),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await world.book()).toEqual([5, 7, 0]);
  });

  it("moves a visit with its days, and tells calendars of the change", async () => {
    const { area, lena } = world;
    const visit = await world.plan();
    await rescheduleVisit(lena.ctx, area, { ...visit, ...moved });
    expect(await world.book()).toEqual([11, 1, 0]);
    expect(await getVisit(lena.ctx, area, visit.id)).toMatchObject({ ...moved, version: 2 });
    const mail = (await world.mails()).find(({ template }) => template === "visit-rescheduled");
    expect(mail?.content).toMatchObject({ sequence: "1", from: "2026-03-18T13:00:00.000Z" });
    expect(
      await refusalOf(() => rescheduleVisit(lena.ctx, area, { ...visit, ...moved })),
    ).toMatchObject({ kind: "changed-since", version: 2 });
  });

  it("gives the days back when either side calls a visit off, with a reason", async () => {
    const { area, head, lena } = world;
    const visit = await world.plan();
    expect(await refusalOf(() => cancelVisit(head, area, { ...visit, reason: " " }))).toMatchObject(
      { kind: "words-needed" },
    );
    await cancelVisit(head, area, { ...visit, reason: "An inspection was announced" });
    expect(await world.book()).toEqual([12, 0, 0]);
    expect((await getVisit(lena.ctx, area, visit.id)).reason).toBe("An inspection was announced");
    expect(await world.events("visit-cancelled")).toHaveLength(1);
  });

  it("is for the leader's side and those who broker; anybody else's answers alike", async () => {
    const { area, head, coordinator, strangers, drafted } = world;
    const plan = { deploymentId: drafted.id, date: firstDay, startsAt: "09:30", halfDays: 1 };
    expect(await refusalOf(() => planVisit(head, area, plan))).toEqual({ kind: "not-allowed" });
    await planVisit(coordinator, area, plan);
    const { id } = await world.plan({ halfDays: 1 });
    for (const [name, ctx] of Object.entries(strangers)) {
      const isHome = name === "the head of another school";
      const look = () => getVisit(ctx, area, id);
      if (isHome) expect((await look()).isReader).toBe(false);
      else expect(await refusalOf(look)).toEqual({ kind: "not-found" });
    }
    expect(await refusalOf(() => getVisit(coordinator, area, toVisitId("nowhere")))).toEqual({
      kind: "not-found",
    });
  });
});

describe("the record of a visit", () => {
  it("delivers the days, is written once for a key, and asks the head for a word", async () => {
    const { area, lena, head } = world;
    const visit = await world.plan();
    const note = await world.note();
    expect(
      await refusalOf(() => recordVisitNote(lena.ctx, area, { ...visit, note })),
    ).toMatchObject({ kind: "not-yet-happened" });
    world.until(16);
    const sent = { ...visit, note, key: "draft-of-a-phone" };
    const [one, again] = await Promise.all([
      recordVisitNote(lena.ctx, area, sent),
      recordVisitNote(lena.ctx, area, sent),
    ]);
    expect(one).toEqual(again);
    expect(one).toMatchObject({ state: "noted", version: 3 });
    expect(await world.book()).toEqual([10, 0, 2]);
    const page = await getVisit(head, area, visit.id);
    expect(page).toMatchObject({ note: { seen: "Four phonics lessons" }, may: { judge: true } });
    expect(page.actions).toHaveLength(1);
    expect((await world.mails()).filter(({ template }) => template === "visit-noted")).toHaveLength(
      1,
    );
    expect(JSON.stringify(await world.mails())).not.toContain("phonics lessons");
    expect(JSON.stringify(await world.events())).not.toContain("phonics lessons");
  });

  it("is agreed by the head, or marked inaccurate and put right with what stood before beside it", async () => {
    const { area, lena, head } = world;
    const visit = await world.plan();
    world.until(16);
    const noted = await recordVisitNote(lena.ctx, area, { ...visit, note: await world.note() });
    expect(await refusalOf(() => agreeVisitNote(lena.ctx, area, noted))).toEqual({
      kind: "not-allowed",
    });
    const marked = await markVisitNoteInaccurate(head, area, { ...noted, wrong: "Three lessons" });
    expect(await refusalOf(() => agreeVisitNote(head, area, marked))).toMatchObject({
      kind: "wrong-state",
      machine: "visit",
    });
    const seen = "Three phonics lessons";
    await amendVisitNote(lena.ctx, area, { ...marked, note: await world.note({ seen }) });
    expect(await getVisit(head, area, visit.id)).toMatchObject({
      state: "amended",
      note: { seen },
      before: { seen: "Four phonics lessons" },
      wrong: "Three lessons",
    });
    expect((await getVisit(head, area, visit.id)).timeline.map(({ kind }) => kind)).toEqual([
      "visit-amended",
      "visit-marked-inaccurate",
      "visit-noted",
      "visit-done",
      "visit-planned",
    ]);
    const second = await world.plan({ date: firstDay });
    const other = await recordVisitNote(lena.ctx, area, { ...second, note: await world.note() });
    await agreeVisitNote(head, area, other);
    expect((await getVisit(head, area, second.id)).state).toBe("agreed-accurate");
  });

  it("names objectives of its agreement and people of its two schools alone", async () => {
    const { area, lena } = world;
    const visit = await world.plan();
    world.until(16);
    const strange = { objective: toObjectiveId("other"), standing: "ahead", text: "" } as const;
    const wrong = await world.note({ progress: [strange] });
    expect(
      await refusalOf(() => recordVisitNote(lena.ctx, area, { ...visit, note: wrong })),
    ).toMatchObject({ kind: "invalid-input", fields: { progress: expect.any(String) } });
    const { strangers } = world;
    const stranger = strangers["a board member"]?.actor;
    if (stranger?.kind !== "person") throw new Error("no stranger");
    const action = { text: "Order books", owner: stranger.personId, due: firstDay };
    const given = await world.note({ actions: [action] });
    expect(
      await refusalOf(() => recordVisitNote(lena.ctx, area, { ...visit, note: given })),
    ).toMatchObject({ kind: "invalid-input", fields: { actions: expect.any(String) } });
  });

  it("has actions that those who read it tick off once", async () => {
    const { area, lena, head, homeHead } = world;
    const visit = await world.plan();
    world.until(16);
    await recordVisitNote(lena.ctx, area, { ...visit, note: await world.note() });
    const [action] = (await getVisit(head, area, visit.id)).actions;
    if (action === undefined) throw new Error("no action");
    expect(await refusalOf(() => finishAction(homeHead, area, action))).toEqual({
      kind: "not-allowed",
    });
    await finishAction(head, area, action);
    await finishAction(lena.ctx, area, action);
    expect(await world.events("visit-action-done")).toHaveLength(1);
  });

  it("reminds a leader once of a record that has not come", async () => {
    await world.plan();
    const clock = world.as(command);
    world.until(17);
    expect(await remindOfNotes(clock)).toEqual({ reminded: 0 });
    world.until(18);
    expect(await remindOfNotes(clock)).toEqual({ reminded: 1 });
    expect(await remindOfNotes(clock)).toEqual({ reminded: 0 });
    const mail = (await world.mails()).find(({ template }) => template === "visit-note-due");
    expect(mail).toMatchObject({ recipient: emailOf("Lena") });
    expect(mail?.content["due"]).toBe("2026-03-23T23:59:59.999Z");
  });
});

describe("visits and the work that they belong to", () => {
  it("are called off with it, but not before those that were are recorded", async () => {
    const { area, coordinator, lena, drafted } = world;
    const been = await world.plan();
    const coming = await world.plan({ date: dateOf(2026, 3, 26) });
    world.until(18);
    const complete = async () => completeDeployment(coordinator, area, await world.seen());
    expect(await refusalOf(complete)).toEqual({ kind: "visit-not-recorded", date: firstDay });
    await recordVisitNote(lena.ctx, area, { ...been, note: await world.note() });
    await complete();
    expect((await getVisit(lena.ctx, area, coming.id)).state).toBe("cancelled");
    expect((await world.book()).slice(1)).toEqual([0, 2]);
    const plan = { deploymentId: drafted.id, date: firstDay, startsAt: "09:30", halfDays: 1 };
    expect(await refusalOf(() => planVisit(lena.ctx, area, plan))).toEqual({
      kind: "work-not-running",
      state: "completing",
    });
  });

  it("are listed for those whom they concern, with who acts next", async () => {
    const { area, lena, head, homeHead, strangers } = world;
    await world.plan();
    world.until(16);
    expect((await listVisits(lena.ctx, area)).visits).toMatchObject([{ part: "yours" }]);
    expect((await listVisits(head, area)).visits).toMatchObject([{ part: "coming" }]);
    expect((await listVisits(homeHead, area)).visits).toHaveLength(1);
    const leader = strangers["a leader"];
    if (leader === undefined) throw new Error("no leader");
    expect((await listVisits(leader, area)).visits).toEqual([]);
  });
});
