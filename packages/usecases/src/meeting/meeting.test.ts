import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordDefaults } from "../area/defaults.ts";
import type { Area } from "@alongside/db/views/area";
import { findArea } from "@alongside/db/views/area";
import type { MeetingId } from "@alongside/domain/meeting";
import { commandLine, toId, type PersonId } from "@alongside/domain/identity";
import { parseIsoDate } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import { found, type Context } from "../context/index.ts";
import { getBoard } from "../board/index.ts";
import { grants, hour, openWorld, places, refusalOf, type World } from "../identity/world.ts";
import { showHome } from "../home/index.ts";
import {
  addBody,
  approveMinutes,
  cancelMeeting,
  changeBody,
  decide,
  endAction,
  endSeatNow,
  getBody,
  getMeeting,
  getPack,
  giveSeat,
  listBoardActions,
  listBoardDecisions,
  listBoards,
  makePack,
  planMeeting,
  remindOfActions,
  reviseMeeting,
  sendPack,
  setAction,
  stopPack,
  writeMinutes,
} from "./index.ts";

let world: World;
let area: Area;
let people: Readonly<
  Record<"clerk" | "chair" | "member" | "officer" | "coordinator" | "head" | "stranger", Context>
>;

const day = (text: string): IsoDate => found(parseIsoDate(text));
const id = (name: string): PersonId => toId<PersonId>(name.toLowerCase());
const dayLong = 24 * hour;

beforeEach(async () => {
  world = await openWorld();
  await world.database.write((tx) => recordDefaults(tx, places.here));
  area = found(await findArea(world.database.read, places.here));
  const board = { role: "board-member", areaId: places.here } as const;
  people = {
    clerk: await world.signedIn("Clara", { role: "board-clerk", areaId: places.here }),
    chair: await world.signedIn("Chad", board),
    member: await world.signedIn("Mia", board),
    officer: await world.signedIn("Ossie", grants.officer),
    coordinator: await world.signedIn("Cora", grants.coordinator),
    head: await world.signedIn("Hana", grants.head),
    stranger: await world.signedIn("Thea", grants.administratorThere),
  };
});
afterEach(() => world.drop());

const words = {
  name: "Primary improvement board",
  kind: "improvement-board",
  remit: { group: "primary", zones: [] },
  quorum: 2,
} as const;

const seatFor = (
  bodyId: Awaited<ReturnType<typeof addBody>>["id"],
  name: string,
  role: "chair" | "member",
) =>
  giveSeat(people.clerk, area, {
    id: bodyId,
    personId: id(name),
    role,
    fromOn: day("2026-01-01"),
    untilOn: null,
  });

const aBoard = async () => {
  const body = await addBody(people.clerk, area, words);
  await seatFor(body.id, "Chad", "chair");
  await seatFor(body.id, "Mia", "member");
  return body.id;
};

const plan = { date: day("2026-03-04"), time: "16:00", place: "Town Hall", agenda: ["Figures"] };

const aMeeting = async () => {
  const bodyId = await aBoard();
  const meeting = await planMeeting(people.clerk, area, { bodyId, ...plan });
  return { bodyId, id: meeting.id };
};

const versionOf = async (meeting: MeetingId) =>
  (await getMeeting(people.clerk, area, { id: meeting })).version;

const hold = async (meeting: MeetingId, present: readonly string[] = ["Chad", "Mia"]) => {
  world.pass(3 * dayLong);
  await writeMinutes(people.clerk, area, {
    id: meeting,
    version: await versionOf(meeting),
    attendance: { present: present.map(id), apologies: [], interests: [] },
    minutes: "We met.",
  });
};

const decision = {
  text: "Phonics first",
  reason: "Most needs wait there",
  ground: { kind: "figure", figure: "needs-by-zone" },
} as const;

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
    await changeBody(people.clerk, area, { ...words, id: bodyId, version: 3, quorum: 1 });
    expect((await world.events()).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["body-added", "seat-given", "body-changed"]),
    );
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
    const attendance = { present: [id("Chad")], apologies: [], interests: [] };
    expect(
      await refusalOf(() =>
        writeMinutes(people.clerk, area, { id: meeting, version: 1, attendance, minutes: "" }),
      ),
    ).toEqual({ kind: "meeting-to-come", on: plan.date });
    await hold(meeting, ["Chad"]);
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

describe("an action", () => {
  const asked = async () => {
    const { id: meeting, bodyId } = await aMeeting();
    await hold(meeting);
    const action = await setAction(people.clerk, area, {
      id: meeting,
      text: "Find a leader",
      ownerId: id("Hana"),
      dueOn: day("2026-03-20"),
    });
    return { meeting, bodyId, action: action.id };
  };

  it("waits for its owner, is ended by the owner or the clerk, and by nobody else", async () => {
    const { action } = await asked();
    expect((await showHome(people.head, area)).waiting).toMatchObject([
      { kind: "board-actions", count: 1, due: "2026-03-20" },
    ]);
    const end = { id: action, version: 1, state: "done", note: "Found one" } as const;
    expect(await refusalOf(() => endAction(people.member, area, end))).toEqual({
      kind: "not-allowed",
    });
    expect(await refusalOf(() => endAction(people.coordinator, area, end))).toEqual({
      kind: "not-found",
    });
    expect(
      await refusalOf(() => endAction(people.head, area, { ...end, note: " " })),
    ).toMatchObject({ kind: "invalid-input" });
    await endAction(people.head, area, end);
    expect(await refusalOf(() => endAction(people.clerk, area, { ...end, version: 2 }))).toEqual({
      kind: "action-closed",
      state: "done",
    });
    expect((await listBoardActions(people.head, area)).actions).toMatchObject([
      { state: "done", note: "Found one" },
    ]);
    expect((await listBoardActions(people.coordinator, area)).actions).toEqual([]);
  });

  it("comes again at each meeting, and in its pack, until it is done", async () => {
    const { bodyId, action } = await asked();
    const next = await planMeeting(people.clerk, area, {
      bodyId,
      ...plan,
      date: day("2026-04-01"),
    });
    const carried = async () =>
      (await getMeeting(people.clerk, area, { id: next.id })).carried.length;
    expect(await carried()).toBe(1);
    await makePack(people.clerk, area, { id: next.id });
    expect((await getPack(people.clerk, area, { id: next.id, number: 1 })).carried).toMatchObject([
      { text: "Find a leader", owner: "Hana" },
    ]);
    await endAction(people.clerk, area, {
      id: action,
      version: 1,
      state: "dropped",
      note: "Not needed",
    });
    expect(await carried()).toBe(0);
    expect((await getPack(people.clerk, area, { id: next.id, number: 1 })).carried).toHaveLength(1);
  });

  it("is mailed to its owner a week before its day and once when it is late", async () => {
    await asked();
    const clock = world.as(commandLine);
    expect(await remindOfActions(clock)).toEqual({ reminded: 0 });
    world.pass(9 * dayLong);
    await Promise.all([remindOfActions(clock), remindOfActions(clock)]);
    world.pass(9 * dayLong);
    expect(await remindOfActions(clock)).toEqual({ reminded: 1 });
    expect(await remindOfActions(clock)).toEqual({ reminded: 0 });
    const templates = (await world.mails()).map(({ template }) => template);
    expect(templates.filter((each) => each.startsWith("board-action"))).toEqual([
      "board-action-to-do",
      "board-action-due",
      "board-action-late-due",
    ]);
    expect(await refusalOf(() => remindOfActions(people.clerk))).toEqual({ kind: "not-allowed" });
  });
});

describe("a pack", () => {
  it("is made again until one is issued, and then stays word for word", async () => {
    const { id: meeting } = await aMeeting();
    expect(await makePack(people.clerk, area, { id: meeting })).toEqual({ number: 1 });
    expect(await makePack(people.clerk, area, { id: meeting })).toEqual({ number: 2 });
    expect(await refusalOf(() => sendPack(people.clerk, area, { id: meeting, number: 1 }))).toEqual(
      { kind: "pack-replaced", number: 2 },
    );
    for (const ctx of [people.chair, people.officer])
      expect(await refusalOf(() => getPack(ctx, area, { id: meeting, number: 2 }))).toEqual({
        kind: "not-found",
      });
    await sendPack(people.clerk, area, { id: meeting, number: 2 });
    const read = await getPack(people.member, area, { id: meeting, number: 2 });
    expect(read).toMatchObject({
      isWhole: true,
      body: words.name,
      remit: "primary schools of the area",
    });
    const head = found(
      (
        await world.database.client.execute(
          "SELECT hash FROM events WHERE kind = 'pack-made' ORDER BY seq",
        )
      ).rows[0],
    )["hash"];
    expect(read.chain.head).toBe(head);
    expect(await refusalOf(() => makePack(people.clerk, area, { id: meeting }))).toEqual({
      kind: "pack-issued",
      number: 2,
    });
    expect(await refusalOf(() => getPack(people.head, area, { id: meeting, number: 2 }))).toEqual({
      kind: "not-found",
    });
    expect((await world.events("pack-issued"))[0]).toMatchObject({
      actor: "clara",
      payload: { number: 2, hash: read.hash },
    });
    world.pass(hour);
    expect(await getPack(people.member, area, { id: meeting, number: 2 })).toEqual(read);
  });

  it("says so when its words were changed behind its back", async () => {
    const { id: meeting } = await aMeeting();
    await makePack(people.clerk, area, { id: meeting });
    await world.database.client.execute(
      `UPDATE board_packs SET content = replace(content, 'Town Hall', 'Elsewhere')`,
    );
    expect((await getPack(people.clerk, area, { id: meeting, number: 1 })).isWhole).toBe(false);
  });

  it("is made by one at a time, and is given up when it is stopped", async () => {
    const { id: meeting } = await aMeeting();
    const first = makePack(people.clerk, area, { id: meeting });
    const others = await Promise.allSettled([
      first,
      (async () => {
        for (;;) {
          const { wasMade } = await stopPack(people.clerk, area, { id: meeting });
          if (wasMade) return;
        }
      })(),
    ]);
    expect(others[0]).toMatchObject({
      status: "rejected",
      reason: { refusal: { kind: "pack-stopped" } },
    });
    expect((await getMeeting(people.clerk, area, { id: meeting })).packs).toEqual([]);
    const both = await Promise.allSettled(
      [1, 2].map(() => makePack(people.clerk, area, { id: meeting })),
    );
    const ends = both.map((each) =>
      each.status === "fulfilled" ? "made" : each.reason.refusal.kind,
    );
    expect(ends.toSorted()).toEqual(["made", "pack-being-made"]);
    expect(await refusalOf(() => stopPack(people.chair, area, { id: meeting }))).toEqual({
      kind: "not-allowed",
    });
  });

  it("holds the figures as the board may see them, whoever makes it", async () => {
    const { id: meeting } = await aMeeting();
    await makePack(people.clerk, area, { id: meeting });
    const pack = await getPack(people.clerk, area, { id: meeting, number: 1 });
    const board = await getBoard(people.chair, area, {});
    expect(pack.figures).toEqual(board.figures);
    for (const figure of pack.figures)
      for (const cell of figure.cells.flat()) expect(cell.records).toBe(0);
  });
});
