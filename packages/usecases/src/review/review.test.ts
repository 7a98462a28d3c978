import { dateOf } from "@alongside/domain/calendar";
import { toReviewId, type ReviewId } from "@alongside/domain/review";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { places, refusalOf } from "../identity/world.ts";
import { agreeReview, getReview, getReviewedSchool, listReviews, readReviewNote } from "./index.ts";
import { begin, judge, judged, openReviewWorld, weak, type ReviewWorld } from "./review-world.ts";

let world: ReviewWorld;
beforeEach(async () => {
  world = await openReviewWorld();
});
afterEach(() => world.drop());

const note = { text: "The chair will go at Easter", isShared: false };
const panelOn = dateOf(2026, 3, 2);
const opened = async (): Promise<ReviewId> => (await begin(world, world.coordinator)).id;
const agree = (
  id: ReviewId,
  more: Partial<Parameters<typeof agreeReview>[2]> = {},
  ctx: Context = world.coordinator,
) => agreeReview(ctx, world.area, { id, version: 1, panelOn, leavesOut: false, ...more });

const outsiders = (): readonly Context[] => [
  world.head,
  world.staff,
  world.board,
  world.clerk,
  ...Object.values(world.strangers),
];

describe("opening a review", () => {
  it("begins one for a zone and a term, with its event, and says what can be opened", async () => {
    const { area, coordinator, officer } = world;
    expect(await listReviews(coordinator, area)).toMatchObject({
      reviews: [],
      toOpen: [{ zone: "North", termId: "spring", term: { season: "spring" } }],
    });
    const id = await opened();
    expect(await world.events("review-opened")).toMatchObject([
      { entity: "review", entityId: id, payload: { zoneId: "north", termId: "spring" } },
    ]);
    expect(await listReviews(coordinator, area)).toMatchObject({
      reviews: [{ id, state: "open", openedBy: "Cora", progress: { judged: 0, schools: 2 } }],
      toOpen: [],
    });
    expect((await listReviews(officer, area)).toOpen.map(({ zone }) => zone)).toEqual(["East"]);
  });

  it("is refused twice, also at once; for a term to come, a closed zone and another area’s", async () => {
    const both = await Promise.allSettled([opened(), opened()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(opened)).toEqual({ kind: "already-exists", field: "termId" });
    const trials = [
      [{ termId: "summer" }, { kind: "term-to-come", startsOn: "2026-04-13" }],
      [{ zoneId: places.shut }, { kind: "zone-closed", zone: "Shut" }],
      [{ zoneId: places.south }, { kind: "not-found" }],
      [{ termId: "there" }, { kind: "not-found" }],
    ] as const;
    for (const [given, refusal] of trials)
      expect(await refusalOf(() => begin(world, world.officer, given))).toEqual(refusal);
  });

  it("is for the zone’s coordinator and officers alone", async () => {
    for (const ctx of [...outsiders(), world.administrator])
      expect(["not-allowed", "not-found"]).toContain(
        (await refusalOf(() => begin(world, ctx))).kind,
      );
    for (const ctx of outsiders().filter(
      (each) => each !== world.strangers["the coordinator of another zone"],
    ))
      expect(await refusalOf(() => listReviews(ctx, world.area))).toEqual({ kind: "not-found" });
  });
});

describe("the list of a review", () => {
  it("has what is known of each open school of the zone beside what was found", async () => {
    const id = await opened();
    const { schools, progress } = await getReview(world.coordinator, world.area, id);
    expect(progress).toEqual({ judged: 0, schools: 2 });
    expect(schools).toMatchObject([
      {
        name: "Alder School",
        isJudged: false,
        inspections: [
          { framework: "report-card", inspectedOn: "2025-12-01" },
          { framework: "overall", inspectedOn: "2023-05-01" },
        ],
        outcome: { year: 2025, value: 55, area: 60, england: null },
        changes: [],
        support: { working: 0, waiting: 0 },
        last: null,
        now: null,
      },
      { name: "Ash School", inspections: [], changes: [{ what: "opened" }, { what: "closing" }] },
    ]);
  });

  it("knows of another head, of support and of the term before", async () => {
    const { id: before } = await begin(world, world.officer, { termId: "autumn" });
    await judge(world, world.officer, { id: before });
    await agree(before, { leavesOut: true }, world.officer);
    await world.database.client.executeMultiple(`
      UPDATE role_grants SET ended_at = '2026-01-31' WHERE person_id = 'hana';
      INSERT INTO role_grants (id, person_id, role, area_id, urn, from_on) VALUES ('g', 'stan', 'head', 'here', 900001, '2026-02-01');
      INSERT INTO needs (id, area_id, urn, need, state, is_urgent, begun_by, is_begun_on_behalf, created_at, changed_at)
        VALUES ('n1', 'here', 900001, '{}', 'open', 0, 'hana', 0, '2026-02-01', '2026-02-01'), ('n2', 'here', 900001, '{}', 'draft', 0, 'hana', 0, '2026-02-01', '2026-02-01')`);
    const { schools } = await getReview(world.coordinator, world.area, await opened());
    expect(schools[0]).toMatchObject({
      changes: [{ what: "new-head", on: "2026-02-01" }],
      support: { working: 0, waiting: 1 },
      last: { term: { season: "autumn" }, judgements: weak, band: 2 },
    });
  });

  it("answers not-found to everybody else, and an administrator reads it and changes nothing", async () => {
    const id = await opened();
    for (const ctx of outsiders()) {
      expect(await refusalOf(() => getReview(ctx, world.area, id))).toEqual({ kind: "not-found" });
      expect(await refusalOf(() => judge(world, ctx, { id }))).toEqual({ kind: "not-found" });
    }
    const seen = await getReview(world.administrator, world.area, id);
    expect(seen.may).toEqual({ judge: false, agree: false, reopen: false });
    expect(await refusalOf(() => judge(world, world.administrator, { id }))).toEqual({
      kind: "not-allowed",
    });
    const unknown = toReviewId("nowhere");
    expect(await refusalOf(() => getReview(world.officer, world.area, unknown))).toEqual({
      kind: "not-found",
    });
  });
});

describe("judging a school", () => {
  it("is kept with who and when, counts, and leads to the next; the log holds no word of it", async () => {
    const { area, coordinator } = world;
    const id = await opened();
    expect(await judge(world, coordinator, { id, note })).toEqual({ version: 1 });
    const seen = await getReviewedSchool(coordinator, area, { id, urn: places.alder });
    expect(seen).toMatchObject({
      progress: { judged: 1, schools: 2 },
      place: { at: 1, of: 2 },
      next: { name: "Ash School" },
      school: {
        now: { judgements: weak, band: 2, judgedBy: "Cora", hasNote: true, version: 1 },
      },
      outcomes: [{ measure: "ks2-rwm-expected", year: 2025, value: 55 }],
    });
    expect(JSON.stringify(seen)).not.toContain(note.text);
    const events = await world.events("review-school-judged");
    expect(events).toMatchObject([
      { payload: { areas: ["leadership", "governance"], note: "written" } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/causing-concern|Easter|February/);
  });

  it("keeps the first of two at once, and tells the other who and when; a note that was not read stays", async () => {
    const { coordinator, officer } = world;
    const id = await opened();
    await judge(world, coordinator, { id, note });
    const again = { id, version: 1, judgements: judged({ leadership: "strong" }) };
    const both = await Promise.allSettled([
      judge(world, officer, again),
      judge(world, coordinator, again),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(() => judge(world, coordinator, again))).toMatchObject({
      kind: "changed-since",
      version: 2,
      by: "Olu",
    });
    expect(await refusalOf(() => judge(world, coordinator, { id }))).toMatchObject({
      kind: "changed-since",
    });
    const read = await readReviewNote(coordinator, world.area, { id, urn: places.alder });
    expect(read).toMatchObject({ text: note.text });
  });

  it("is refused for what is not on the lists or lacks a reason, for none at all, and for a school of another zone", async () => {
    const id = await opened();
    const { coordinator } = world;
    const refused = (judgements: ReturnType<typeof judged>) =>
      refusalOf(() => judge(world, coordinator, { id, judgements }));
    expect(await refused(judged({ juggling: "strong" }))).toMatchObject({
      fields: { "judgement-juggling": "Choose from the list" },
    });
    expect(await refused(judged({ teaching: "causing-concern" }, " "))).toMatchObject({
      fields: { "reason-teaching": "Say why, and where you know it from" },
    });
    expect(await refused({})).toMatchObject({ kind: "invalid-input" });
    expect(await refusalOf(() => judge(world, coordinator, { id, urn: places.beech }))).toEqual({
      kind: "not-found",
    });
  });

  it("is not for whoever is of the school, who is told nothing of it", async () => {
    const id = await opened();
    const both = await world.signedIn(
      "Dora",
      { role: "zone-coordinator", areaId: places.here, zoneId: places.north },
      { role: "head", areaId: places.here, urn: places.alder },
    );
    await judge(world, world.officer, { id, note });
    const act = () => judge(world, both, { id, version: 1 });
    expect(await refusalOf(act)).toEqual({ kind: "not-allowed" });
    const asked = { id, urn: places.alder };
    expect(await refusalOf(() => readReviewNote(both, world.area, asked))).toEqual({
      kind: "not-found",
    });
    const { schools } = await getReview(both, world.area, id);
    expect(schools[0]).toMatchObject({ isOwn: true, isJudged: true, now: null, last: null });
    expect((await getReviewedSchool(both, world.area, asked)).may.judge).toBe(false);
  });
});

describe("the note in confidence", () => {
  it("is read on record, by those who may", async () => {
    const id = await opened();
    await judge(world, world.coordinator, { id, note });
    const asked = { id, urn: places.alder };
    for (const ctx of [world.coordinator, world.officer, world.administrator])
      expect(await readReviewNote(ctx, world.area, asked)).toEqual({ ...note, version: 1 });
    expect(await world.events("sensitive-read")).toMatchObject([
      { actor: "cora", entity: "review-school", payload: { what: "review note" } },
      { actor: "olu" },
      { actor: "ada" },
    ]);
    for (const ctx of outsiders())
      expect(await refusalOf(() => readReviewNote(ctx, world.area, asked))).toEqual({
        kind: "not-found",
      });
    expect(await world.events("sensitive-read")).toHaveLength(3);
  });
});
