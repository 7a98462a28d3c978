import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attendance } from "@alongside/domain/meeting";
import { found } from "../context/index.ts";
import { refusalOf } from "../identity/world.ts";
import { showHome } from "../home/index.ts";
import {
  addBody,
  approveMinutes,
  boardChoices,
  cancelMeeting,
  changeBody,
  decide,
  endSeatNow,
  getBody,
  giveSeat,
  listBoardDecisions,
  listBoards,
  makePack,
  planMeeting,
  reviseMeeting,
  setAction,
  writeMinutes,
} from "./index.ts";
import {
  day,
  dayLong,
  id,
  plan,
  words,
  openBoardWorld,
  decision,
  type BoardWorld,
} from "./world.ts";

let world: BoardWorld["world"];
let area: BoardWorld["area"];
let people: BoardWorld["people"];
let seatFor: BoardWorld["seatFor"];
let aBoard: BoardWorld["aBoard"];
let aMeeting: BoardWorld["aMeeting"];
let versionOf: BoardWorld["versionOf"];
let hold: BoardWorld["hold"];

beforeEach(async () => {
  ({ world, area, people, seatFor, aBoard, aMeeting, versionOf, hold } = await openBoardWorld());
});
afterEach(() => world.drop());

describe("a body", () => {
  it("is read by its own people, its clerk and officers, and is not there for anybody else", async () => {
    const bodyId = await aBoard();
    for (const ctx of [people.clerk, people.chair, people.member, people.officer])
      expect((await getBody(ctx, area, { id: bodyId })).name).toBe(words.name);
    for (const ctx of [people.coordinator, people.head, people.stranger])
      expect(await refusalOf(() => getBody(ctx, area, { id: bodyId }))).toEqual({
        kind: "not-found",
      });
    expect((await listBoards(people.member, area)).bodies).toMatchObject([
      { chair: "Chad", members: 2 },
    ]);
    expect(await refusalOf(() => listBoards(people.head, area))).toEqual({ kind: "not-found" });
  });

  it("is read by officers and the clerk before there is any", async () => {
    for (const ctx of [people.officer, people.clerk])
      expect((await listBoards(ctx, area)).bodies).toEqual([]);
    expect(await refusalOf(() => listBoards(people.coordinator, area))).toEqual({
      kind: "not-found",
    });
  });

  it("is kept by the clerk alone, once under a name, with one chair at a time", async () => {
    const bodyId = await aBoard();
    for (const ctx of [people.chair, people.officer])
      expect(await refusalOf(() => addBody(ctx, area, { ...words, name: "Other" }))).toEqual({
        kind: "not-allowed",
      });
    expect(
      await refusalOf(() => changeBody(people.chair, area, { ...words, id: bodyId, version: 3 })),
    ).toEqual({ kind: "not-allowed" });
    expect(await refusalOf(() => addBody(people.clerk, area, words))).toEqual({
      kind: "already-exists",
      field: "name",
    });
    expect(await refusalOf(() => seatFor(bodyId, "Ossie", "chair"))).toEqual({
      kind: "office-taken",
      role: "chair",
    });
    expect(await refusalOf(() => seatFor(bodyId, "Mia", "member"))).toEqual({ kind: "seat-taken" });
    expect(await refusalOf(() => seatFor(bodyId, "Nobody", "member"))).toMatchObject({
      kind: "invalid-input",
    });
    expect(
      await refusalOf(() => changeBody(people.clerk, area, { ...words, id: bodyId, version: 1 })),
    ).toMatchObject({ kind: "changed-since", version: 3 });
    expect(
      await refusalOf(() =>
        changeBody(people.clerk, area, { ...words, id: bodyId, version: 3, name: " " }),
      ),
    ).toMatchObject({ kind: "invalid-input", fields: { name: "Enter a name" } });
    await changeBody(people.clerk, area, { ...words, id: bodyId, version: 3, quorum: 1 });
    expect((await world.events()).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["body-added", "seat-given", "body-changed"]),
    );
  });

  it("offers people and zones to choose from to those who keep it alone", async () => {
    await aBoard();
    expect((await boardChoices(people.clerk, area)).people.map(({ name }) => name)).toContain(
      "Mia",
    );
    for (const ctx of [people.member, people.officer, people.coordinator])
      expect(await refusalOf(() => boardChoices(ctx, area))).toEqual({ kind: "not-allowed" });
  });

  it("ends no seat before it has begun", async () => {
    const bodyId = await aBoard();
    const later = { fromOn: day("2026-06-01"), untilOn: null, role: "member" } as const;
    const { id: seatId } = await giveSeat(people.clerk, area, {
      id: bodyId,
      personId: id("Ossie"),
      ...later,
    });
    expect(await refusalOf(() => endSeatNow(people.clerk, area, { id: bodyId, seatId }))).toEqual({
      kind: "seat-dates-wrong",
    });
  });

  it("is not there any more for a member whose seat has ended", async () => {
    const bodyId = await aBoard();
    const { seats } = await getBody(people.clerk, area, { id: bodyId });
    const seatId = found(seats.find(({ name }) => name === "Mia")).id;
    await endSeatNow(people.clerk, area, { id: bodyId, seatId });
    expect((await getBody(people.member, area, { id: bodyId })).name).toBe(words.name);
    world.pass(dayLong);
    expect(await refusalOf(() => getBody(people.member, area, { id: bodyId }))).toEqual({
      kind: "not-found",
    });
    expect(await refusalOf(() => endSeatNow(people.clerk, area, { id: bodyId, seatId }))).toEqual({
      kind: "seat-over",
      on: "2026-03-02",
    });
  });
});

describe("a meeting", () => {
  it("is planned, moved and cancelled by the clerk, and its people hear of it", async () => {
    const { id: meeting, bodyId } = await aMeeting();
    const later = { ...plan, date: day("2026-03-11"), id: meeting, version: 1 };
    expect(await refusalOf(() => reviseMeeting(people.chair, area, later))).toEqual({
      kind: "not-allowed",
    });
    expect(
      await refusalOf(() =>
        planMeeting(people.clerk, area, { bodyId, ...plan, date: day("2026-03-01") }),
      ),
    ).toMatchObject({ kind: "invalid-input" });
    await reviseMeeting(people.clerk, area, later);
    expect(await refusalOf(() => reviseMeeting(people.clerk, area, later))).toMatchObject({
      kind: "changed-since",
    });
    await cancelMeeting(people.clerk, area, { id: meeting, version: 2 });
    const told = (await world.mails()).filter(({ recipient }) => recipient.startsWith("mia"));
    expect(told.map(({ template }) => template)).toEqual([
      "meeting-planned",
      "meeting-changed",
      "meeting-cancelled",
    ]);
    expect(await refusalOf(() => makePack(people.clerk, area, { id: meeting }))).toMatchObject({
      kind: "wrong-state",
      state: "cancelled",
    });
  });

  it("is minuted from its day on, decides when it is quorate, and is closed by its chair", async () => {
    const { id: meeting } = await aMeeting();
    const attendance: Attendance = { present: [id("Chad")], apologies: [], interests: [] };
    expect(
      await refusalOf(() =>
        writeMinutes(people.clerk, area, { id: meeting, version: 1, attendance, minutes: "" }),
      ),
    ).toEqual({ kind: "meeting-to-come", on: plan.date });
    expect(
      await refusalOf(() =>
        setAction(people.clerk, area, {
          id: meeting,
          text: "Find a leader",
          ownerId: id("Hana"),
          dueOn: plan.date,
        }),
      ),
    ).toMatchObject({ kind: "wrong-state", state: "planned" });
    await hold(meeting, ["Chad"]);
    const minuted = (changes: Partial<typeof attendance>, version: number) =>
      refusalOf(() =>
        writeMinutes(people.clerk, area, {
          id: meeting,
          version,
          attendance: { ...attendance, ...changes },
          minutes: "We met.",
        }),
      );
    expect(await minuted({}, 1)).toMatchObject({ kind: "changed-since" });
    const now = await versionOf(meeting);
    expect(await minuted({ present: [id("Hana")] }, now)).toMatchObject({
      fields: { present: "Choose people of this body" },
    });
    expect(await minuted({ apologies: [id("Chad")] }, now)).toMatchObject({
      fields: { apologies: "Somebody is down as present and as excused" },
    });
    const interests = [{ personId: id("Chad"), words: " " }];
    expect(await minuted({ interests }, now)).toMatchObject({
      fields: { interests: "Say what each interest is" },
    });
    expect(await refusalOf(() => decide(people.clerk, area, { id: meeting, ...decision }))).toEqual(
      { kind: "not-quorate", present: 1, needed: 2 },
    );
    await hold(meeting);
    expect(await decide(people.clerk, area, { id: meeting, ...decision })).toMatchObject({
      number: 1,
    });
    expect(await refusalOf(() => decide(people.chair, area, { id: meeting, ...decision }))).toEqual(
      { kind: "not-allowed" },
    );
    expect(
      await refusalOf(() => decide(people.clerk, area, { id: meeting, ...decision, reason: " " })),
    ).toMatchObject({ kind: "invalid-input", fields: { reason: "Say why" } });
    const version = await versionOf(meeting);
    for (const ctx of [people.clerk, people.member, people.officer])
      expect(await refusalOf(() => approveMinutes(ctx, area, { id: meeting, version }))).toEqual({
        kind: "not-allowed",
      });
    expect(
      await refusalOf(() => approveMinutes(people.head, area, { id: meeting, version })),
    ).toEqual({ kind: "not-found" });
    expect((await showHome(people.chair, area)).waiting).toMatchObject([
      { kind: "minutes", count: 1 },
    ]);
    await approveMinutes(people.chair, area, { id: meeting, version });
    expect((await showHome(people.chair, area)).waiting).toEqual([]);
    expect(
      await refusalOf(() => decide(people.clerk, area, { id: meeting, ...decision })),
    ).toMatchObject({ kind: "wrong-state", state: "approved" });
    expect(await world.events("minutes-approved")).toMatchObject([{ actor: "chad" }]);
    expect(await listBoardDecisions(people.member, area)).toMatchObject([
      { number: 1, text: "Phonics first" },
    ]);
    expect(await refusalOf(() => listBoardDecisions(people.head, area))).toEqual({
      kind: "not-found",
    });
  });
});
