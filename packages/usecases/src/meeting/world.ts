import { recordDefaults } from "../area/defaults.ts";
import { findArea } from "@alongside/db/views/area";
import type { MeetingId } from "@alongside/domain/meeting";
import { toId, type PersonId } from "@alongside/domain/identity";
import { parseIsoDate } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import { found } from "../context/index.ts";
import { grants, hour, openWorld, places } from "../identity/world.ts";
import { addBody, getMeeting, giveSeat, planMeeting, writeMinutes } from "./index.ts";

export const day = (text: string): IsoDate => found(parseIsoDate(text));
export const id = (name: string): PersonId => toId<PersonId>(name.toLowerCase());
export const dayLong = 24 * hour;

export const words = {
  name: "Primary improvement board",
  kind: "improvement-board",
  remit: { group: "primary", zones: [] },
  quorum: 2,
} as const;

export const plan = {
  date: day("2026-03-04"),
  time: "16:00",
  place: "Town Hall",
  agenda: ["Figures"],
};

export const decision = {
  text: "Phonics first",
  reason: "Most needs wait there",
  ground: { kind: "figure", figure: "needs-by-zone" },
} as const;

const open = async () => {
  const world = await openWorld();
  await world.database.write((tx) => recordDefaults(tx, places.here));
  const area = found(await findArea(world.database.read, places.here));
  const board = { role: "board-member", areaId: places.here } as const;
  const people = {
    clerk: await world.signedIn("Clara", { role: "board-clerk", areaId: places.here }),
    chair: await world.signedIn("Chad", board),
    member: await world.signedIn("Mia", board),
    officer: await world.signedIn("Ossie", grants.officer),
    coordinator: await world.signedIn("Cora", grants.coordinator),
    head: await world.signedIn("Hana", grants.head),
    stranger: await world.signedIn("Thea", grants.administratorThere),
  };
  return { world, area, people };
};

/** An area with a clerk and people of its boards, and ways to a board, a meeting and its minutes. */
export const openBoardWorld = async () => {
  const { world, area, people } = await open();
  const seatFor = (
    bodyId: Awaited<ReturnType<typeof addBody>>["id"],
    name: string,
    role: "chair" | "member",
  ) => {
    const term = { fromOn: day("2026-01-01"), untilOn: null };
    return giveSeat(people.clerk, area, { id: bodyId, personId: id(name), role, ...term });
  };
  const aBoard = async () => {
    const body = await addBody(people.clerk, area, words);
    await seatFor(body.id, "Chad", "chair");
    await seatFor(body.id, "Mia", "member");
    return body.id;
  };
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
  return { world, area, people, seatFor, aBoard, aMeeting, versionOf, hold };
};

export type BoardWorld = Awaited<ReturnType<typeof openBoardWorld>>;
