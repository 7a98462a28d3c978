import { dateOf } from "@alongside/domain/calendar";
import { commandLine } from "@alongside/domain/identity";
import { toSurveyId, type SurveyId } from "@alongside/domain/survey";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { emailOf, grants, places, refusalOf } from "../identity/world.ts";
import { openNeedWorld, type NeedWorld } from "../need/need-world.ts";
import {
  closeSurvey,
  extendSurvey,
  getSurvey,
  keepAnswer,
  listSurveys,
  openSurvey,
  readSurveyWords,
  remindOfSurveys,
  reviseSurvey,
  sendAnswer,
  showOwnSurvey,
  showSurveyResult,
  writeSurvey,
  type SurveyAnswer,
} from "./index.ts";

let world: NeedWorld;
beforeEach(async () => {
  world = await openNeedWorld();
});
afterEach(() => world.drop());

const day = 24 * 60 * 60_000;
const words = {
  title: "How are we doing?",
  statements: [
    { key: "clear", text: "We know whom to ask" },
    { key: "quick", text: "Help came in time" },
  ],
  question: "What should change?",
};
const dates = { opensOn: dateOf(2026, 3, 2), closesOn: dateOf(2026, 3, 27) };

const write = (ctx: Context = world.administrator, more: object = {}) =>
  writeSurvey(ctx, world.area, { academicYear: "2025-26", ...words, ...more });
const running = async (): Promise<SurveyId> => {
  const seen = await write();
  await openSurvey(world.administrator, world.area, { ...seen, ...dates });
  return seen.id;
};
const answerOf = (id: SurveyId, more: Partial<SurveyAnswer> = {}): SurveyAnswer => ({
  id,
  urn: places.alder,
  version: 0,
  ratings: { clear: 4, quick: 2 },
  words: "Fewer forms",
  ...more,
});

/** The operator administers every area. */
const everyoneElse = (): readonly Context[] => {
  const { "the operator": _operator, ...strangers } = world.strangers;
  return [world.coordinator, world.officer, world.head, world.staff, ...Object.values(strangers)];
};

describe("writing a survey", () => {
  it("makes a draft, which is changed, opened with its dates, given another end, and closed, each with its event", async () => {
    const { area, administrator } = world;
    const seen = await write();
    const revised = await reviseSurvey(administrator, area, { ...seen, ...words, title: "Now?" });
    const open = await openSurvey(administrator, area, { ...revised, ...dates });
    expect(await getSurvey(administrator, area, seen.id)).toMatchObject({
      title: "Now?",
      stage: "running",
      may: { revise: false, open: false, extend: true, close: true, readResults: true },
    });
    const longer = { ...open, closesOn: dateOf(2026, 4, 3) };
    const later = await extendSurvey(administrator, area, longer);
    expect(await closeSurvey(administrator, area, later)).toMatchObject({ state: "closed" });
    const kinds = (await world.events()).map(({ kind }) => kind);
    expect(kinds).toEqual([
      "survey-written",
      "survey-revised",
      "survey-opened",
      "survey-extended",
      "survey-closed",
    ]);
    expect(await listSurveys(administrator, area)).toMatchObject({
      hasThisYears: true,
      mayReadResults: true,
      model: { title: "Now?" },
      surveys: [{ stage: "over", answers: 0 }],
    });
  });

  it("is refused twice for a year, also at once; without words; with dates that cannot be; and when another was first", async () => {
    const { area, administrator } = world;
    const both = await Promise.allSettled([write(), write()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(() => write())).toEqual({
      kind: "already-exists",
      field: "academicYear",
    });
    const next = { academicYear: "2026-27", title: " ", statements: [], question: "" };
    expect(await refusalOf(() => write(administrator, next))).toMatchObject({
      fields: { title: "Enter a title", statements: "Write one statement or more" },
    });
    expect(await refusalOf(() => write(administrator, { academicYear: "2026" }))).toMatchObject({
      fields: { academicYear: "Enter a year such as 2026-27" },
    });
    const id = (await listSurveys(administrator, area)).surveys[0]?.id ?? toSurveyId("");
    const wrong = { id, version: 1, opensOn: dates.closesOn, closesOn: dates.opensOn };
    expect(await refusalOf(() => openSurvey(administrator, area, wrong))).toEqual({
      kind: "survey-dates-wrong",
    });
    await openSurvey(administrator, area, { id, version: 1, ...dates });
    const past = { id, version: 2, closesOn: dateOf(2026, 3, 1) };
    expect(await refusalOf(() => extendSurvey(administrator, area, past))).toEqual({
      kind: "survey-dates-wrong",
    });
    const late = () => reviseSurvey(administrator, area, { id, version: 2, ...words });
    expect(await refusalOf(late)).toMatchObject({ kind: "wrong-state", machine: "survey" });
    const old = () => closeSurvey(administrator, area, { id, version: 1 });
    expect(await refusalOf(old)).toMatchObject({ kind: "changed-since", by: "Ada" });
  });

  it("leads an operator, who sits on no board, to no results", async () => {
    const operator = world.strangers["the operator"] ?? world.head;
    const { id } = await write();
    expect((await getSurvey(operator, world.area, id)).may.readResults).toBe(false);
    expect((await listSurveys(operator, world.area)).mayReadResults).toBe(false);
  });

  it("is the administrator’s alone", async () => {
    const { area } = world;
    const id = await running();
    for (const ctx of everyoneElse()) {
      expect(await refusalOf(() => write(ctx))).toEqual({ kind: "not-allowed" });
      expect(await refusalOf(async () => listSurveys(ctx, area))).toEqual({ kind: "not-allowed" });
      const seen = { id, version: 2 };
      for (const act of [
        () => getSurvey(ctx, area, id),
        () => closeSurvey(ctx, area, seen),
        () => extendSurvey(ctx, area, { ...seen, closesOn: dates.closesOn }),
        () => reviseSurvey(ctx, area, { ...seen, ...words }),
        () => openSurvey(ctx, area, { ...seen, ...dates }),
        () => readSurveyWords(ctx, area, id),
      ])
        expect(await refusalOf(act)).toEqual({ kind: "not-found" });
    }
  });
});

describe("answering a survey", () => {
  it("is kept as a draft, sent whole, and sent anew until it is over", async () => {
    const { area, head } = world;
    const id = await running();
    const part = answerOf(id, { ratings: { clear: 4 }, words: "" });
    expect(await keepAnswer(head, area, part)).toEqual({ version: 1 });
    expect(await showOwnSurvey(head, area)).toMatchObject({
      survey: { id, title: words.title },
      schools: [{ name: "Alder School", ratings: { clear: 4 }, version: 1, sentAt: null }],
    });
    const whole = answerOf(id, { version: 1 });
    const incomplete = { ...part, version: 1 };
    expect(await refusalOf(() => sendAnswer(head, area, incomplete))).toEqual({
      kind: "answers-left",
      left: 1,
    });
    await sendAnswer(head, area, whole);
    expect(await refusalOf(() => keepAnswer(head, area, { ...part, version: 2 }))).toEqual({
      kind: "survey-answered",
    });
    await sendAnswer(head, area, { ...whole, version: 2, words: "No more forms" });
    const events = await world.events("survey-answer-sent");
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toMatch(/forms|clear/);
  });

  it("keeps the first of two at once", async () => {
    const id = await running();
    const act = () => sendAnswer(world.head, world.area, answerOf(id));
    const both = await Promise.allSettled([act(), act()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(act)).toMatchObject({ kind: "changed-since", by: "Hana", version: 1 });
  });

  it("is for the head of the school, on the days of the survey, and for nobody on behalf of a head", async () => {
    const { area, head } = world;
    const seen = await write();
    const act =
      (ctx: Context, more: Partial<SurveyAnswer> = {}) =>
      () =>
        sendAnswer(ctx, area, answerOf(seen.id, more));
    expect(await refusalOf(act(head))).toEqual({ kind: "not-found" });
    const later = { ...dates, opensOn: dateOf(2026, 3, 9) };
    await openSurvey(world.administrator, area, { ...seen, ...later });
    expect(await refusalOf(act(head))).toEqual({ kind: "survey-shut" });
    expect((await showOwnSurvey(head, area)).survey).toBeNull();
    world.pass(7 * day);
    for (const ctx of [world.staff, world.actingCoordinator, world.officer, world.administrator])
      expect(await refusalOf(act(ctx))).toEqual({ kind: "not-allowed" });
    expect(await refusalOf(act(head, { urn: places.beech }))).toEqual({ kind: "not-allowed" });
    expect(await refusalOf(act(head, { urn: places.cedar }))).toEqual({ kind: "not-found" });
    expect((await showOwnSurvey(world.staff, area)).survey).toBeNull();
    world.pass(30 * day);
    expect(await refusalOf(act(head))).toEqual({ kind: "survey-shut" });
  });
});

describe("letters about a survey", () => {
  it("go to heads as it opens, each week and near its end, once each, and stop when answered", async () => {
    const id = await running();
    const clock = (): Context => world.as(commandLine);
    const sent = async () => {
      await remindOfSurveys(clock());
      return (await world.mails()).map(({ template, recipient }) => [template, recipient]);
    };
    const first = [
      ["survey-to-answer", emailOf("Bea")],
      ["survey-to-answer", emailOf("Hana")],
    ];
    expect(await sent()).toEqual(first);
    expect(await sent()).toEqual(first);
    await sendAnswer(world.head, world.area, answerOf(id));
    world.pass(7 * day);
    expect(await sent()).toEqual([...first, ["survey-due", emailOf("Bea")]]);
    world.pass(30 * day);
    expect(await sent()).toHaveLength(3);
  });
});

describe("the results of a survey", () => {
  const answered = async (heads: number): Promise<SurveyId> => {
    const id = await running();
    for (let at = 0; at < heads; at += 1) {
      const urn = 901_000 + at;
      await world.database.client.executeMultiple(`
        INSERT INTO schools (urn, la_code, la_name, name, status, phase, setting) VALUES (${urn}, '901', 'Northfield', 'School ${at}', 'open', 'primary', 'mainstream');
        INSERT INTO zone_memberships (id, area_id, zone_id, phase_group, urn, from_on) VALUES ('x${at}', 'here', 'north', 'all', ${urn}, '2025-09-01');
        INSERT INTO survey_answers (survey_id, urn, ratings, words, zone_id, phase_group, answered_by, changed_at, sent_at)
          VALUES ('${id}', ${urn}, '{"clear":5,"quick":${at % 2 === 0 ? 1 : 4}}', '${at === 0 ? "Fewer forms" : ""}', 'north', 'primary', 'hana', '2026-03-03', '2026-03-03')`);
    }
    return id;
  };

  it("are read by board and staff once it is over, beside the year before", async () => {
    const { area, administrator, officer } = world;
    const board = await world.signedIn("Bert", grants.board);
    const id = await answered(12);
    expect((await showSurveyResult(board, area, {})).shown).toBeNull();
    expect(await refusalOf(() => showSurveyResult(board, area, { id }))).toEqual({
      kind: "not-found",
    });
    await closeSurvey(administrator, area, { id, version: 2 });
    const before = await write(administrator, { academicYear: "2024-25" });
    await world.database.client.execute(
      `UPDATE surveys SET state = 'closed', opens_on = '2025-03-03', closes_on = '2025-03-28' WHERE id = '${before.id}'`,
    );
    for (const ctx of [board, officer, administrator]) {
      const { shown, surveys } = await showSurveyResult(ctx, area, {});
      expect(surveys).toHaveLength(2);
      expect(shown).toMatchObject({
        id,
        groups: [
          { by: "all", heads: 12 },
          { by: "zone", label: "North", heads: 12 },
          { by: "phase" },
        ],
        before: { academicYear: "2024-25", agreeing: { clear: null } },
      });
      expect(shown?.cells[0]).toMatchObject({ statement: "clear", agreeing: 100 });
      expect(JSON.stringify(shown)).not.toContain("Fewer forms");
    }
    for (const ctx of [world.head, world.staff])
      expect(await refusalOf(() => showSurveyResult(ctx, area, {}))).toEqual({ kind: "not-found" });
  });

  it("hide small numbers from everybody, the staff too", async () => {
    const { area, administrator } = world;
    const id = await answered(3);
    await closeSurvey(administrator, area, { id, version: 2 });
    const { shown } = await showSurveyResult(administrator, area, {});
    expect(shown?.groups.map(({ heads }) => heads)).toEqual([null, null, null]);
    expect(shown?.cells.every(({ agreeing }) => agreeing === null)).toBe(true);
  });

  it("give the words to administrators alone, without a school, and not before it is over", async () => {
    const { area, administrator } = world;
    const id = await answered(7);
    expect(await refusalOf(() => readSurveyWords(administrator, area, id))).toEqual({
      kind: "not-found",
    });
    await closeSurvey(administrator, area, { id, version: 2 });
    expect(await readSurveyWords(administrator, area, id)).toEqual({
      question: words.question,
      words: ["Fewer forms"],
    });
  });
});
