import {
  recordBoardAction,
  recordBoardDecision,
  recordBody,
  recordMeeting,
  recordSeat,
} from "@alongside/db/stores/meeting";
import type { Write } from "@alongside/db";
import { findArea, type Area } from "@alongside/db/views/area";
import { instantOf } from "@alongside/domain/calendar";
import type { PersonId } from "@alongside/domain/identity";
import { nobodyYet, toBodyId, toMeetingId, type SeatRole } from "@alongside/domain/meeting";
import { record, todayOf, type Context } from "@alongside/usecases/context";
import { keepPastPack, makePack, sendPack } from "@alongside/usecases/meeting";
import type { DemonstrationArea } from "../area.ts";
import type { IsoDate } from "@alongside/domain/school";
import { factsAt, type DemonstrationBoard, type DemonstrationMeeting } from "../history/index.ts";

const seatsOf = ({ chairId, clerkId, memberIds }: DemonstrationBoard) => {
  const seats: (readonly [PersonId, SeatRole])[] = [
    [chairId, "chair"],
    [clerkId, "clerk"],
    ...memberIds.map((id) => [id, "member"] as const),
  ];
  return seats.filter(([id], index) => seats.findIndex(([other]) => other === id) === index);
};

const momentOf = (day: string): string => `${day}T16:00:00.000Z`;

/** The same request, by the clerk on that day. */
const byClerk = (ctx: Context, { clerkId }: DemonstrationBoard, day: string): Context => ({
  ...ctx,
  now: () => Math.min(Date.parse(momentOf(day)), ctx.now()),
  actor: { kind: "person", personId: clerkId, name: "", grants: [] },
});

type Loading = { readonly area: DemonstrationArea; readonly board: DemonstrationBoard };

const loadBody = async (ctx: Context, tx: Write, { area, board }: Loading): Promise<void> => {
  const { name, kind, phaseGroup, zones, meetings } = board;
  const id = toBodyId(board.id);
  const firstDay = meetings[0]?.on ?? todayOf(ctx);
  const changedAt = momentOf(firstDay);
  const remit = { group: phaseGroup, zones };
  await recordBody(tx, {
    id,
    areaId: area.id,
    name,
    kind,
    remit,
    quorum: 3,
    createdAt: changedAt,
    changedAt,
  });
  for (const [personId, role] of seatsOf(board))
    await recordSeat(tx, { id: ctx.newId(), bodyId: id, personId, role, fromOn: firstDay });
  await record(byClerk(ctx, board, firstDay), tx, {
    areaId: area.id,
    entity: "body",
    entityId: board.id,
    entityVersion: 1,
    kind: "body-added",
    payload: { name, kind, remit },
  });
};

const minutesOf = ({ decisions, actions }: DemonstrationMeeting): string =>
  [
    "The minutes of the last meeting were agreed. The clerk went through the figures of the pack.",
    ...decisions.map(({ text, reason }) => `Decided: ${text} ${reason}`),
    ...actions.map(({ text }) => `Action: ${text}.`),
  ].join("\n\n");

type Held = Loading & { readonly meeting: DemonstrationMeeting; readonly number: number };

const attendanceOf = (board: DemonstrationBoard, meeting: DemonstrationMeeting) => {
  if (meeting.decisions.length === 0) return nobodyYet;
  const [away, ...there] = board.memberIds;
  return {
    present: [board.chairId, ...there],
    apologies: away === undefined || away === board.chairId ? [] : [away],
    interests: [],
  };
};

const loadMeeting = async (ctx: Context, tx: Write, given: Held): Promise<void> => {
  const { area, board, meeting, number } = given;
  const isHeld = meeting.decisions.length > 0;
  const at = momentOf(meeting.on);
  const isApproved = isHeld && board.meetings[number]?.decisions.length === 1;
  await recordMeeting(tx, {
    id: toMeetingId(meeting.id),
    areaId: area.id,
    bodyId: toBodyId(board.id),
    date: meeting.on,
    time: "16:00",
    place: "Larkenshore Town Hall, committee room 2",
    agenda: meeting.agenda,
    attendance: attendanceOf(board, meeting),
    minutes: isHeld ? minutesOf(meeting) : "",
    state: isHeld ? (isApproved ? "approved" : "held") : "planned",
    approvedBy: isApproved ? board.chairId : null,
    approvedAt: isApproved ? at : null,
    changedAt: at,
  });
  await record(byClerk(ctx, board, meeting.on), tx, {
    areaId: area.id,
    entity: "meeting",
    entityId: meeting.id,
    entityVersion: 1,
    kind: "meeting-planned",
    payload: { body: board.id, date: meeting.on },
  });
};

const loadOutcome = async (ctx: Context, tx: Write, given: Held): Promise<void> => {
  const { area, board, meeting, number } = given;
  const about = {
    areaId: area.id,
    bodyId: toBodyId(board.id),
    meetingId: toMeetingId(meeting.id),
  };
  const recordedAt = momentOf(meeting.on);
  const by = byClerk(ctx, board, meeting.on);
  for (const { id, text, reason, figure } of meeting.decisions)
    await recordBoardDecision(tx, {
      ...about,
      id,
      number,
      text,
      reason,
      ground: { kind: "figure", figure },
      recordedAt,
    });
  for (const { id, text, ownerId, dueOn, doneOn, note } of meeting.actions) {
    const asked = { text, ownerId, dueOn };
    const state = doneOn === null ? ("open" as const) : ("done" as const);
    const changedAt = doneOn === null ? recordedAt : momentOf(doneOn);
    const ended = { state, note, closedOn: doneOn, changedAt };
    await recordBoardAction(tx, { ...about, id, ...asked, setOn: meeting.on, ...ended });
    await record(by, tx, {
      areaId: area.id,
      entity: "board-action",
      entityId: id,
      entityVersion: 1,
      kind: "action-set",
      payload: { meeting: meeting.id, ...asked },
    });
  }
};

const clerkOf = (ctx: Context, { area, board }: Loading): Context => {
  const grants = area.people.find(({ id }) => id === board.clerkId)?.grants ?? [];
  return { ...ctx, actor: { kind: "person", personId: board.clerkId, name: "", grants } };
};

type Kept = Loading & { readonly meeting: DemonstrationMeeting; readonly on: IsoDate };

/** The packs of meetings that are over, each of what stood a week before, in the order in which they went out. */
const loadPastPacks = async (ctx: Context, area: DemonstrationArea, known: Area): Promise<void> => {
  const kept = area.history.boards.flatMap((board) =>
    board.meetings.flatMap((meeting): readonly Kept[] => {
      const { packFrozenOn: on, on: heldOn } = meeting;
      return on === null || heldOn >= todayOf(ctx) ? [] : [{ area, board, meeting, on }];
    }),
  );
  for (const { meeting, on, ...loading } of kept.toSorted((one, other) =>
    one.on < other.on ? -1 : 1,
  )) {
    const at = instantOf(Date.parse(momentOf(on)));
    const then: Context = { ...clerkOf(ctx, loading), now: () => Date.parse(at) };
    const facts = factsAt(area.history, at);
    await keepPastPack(then, known, { id: toMeetingId(meeting.id), facts });
  }
};

/** The pack of the next meeting of a board, frozen today; the first board's has gone out. */
const loadPack = async (
  ctx: Context,
  loading: Loading,
  given: { readonly known: Area; readonly isOut: boolean },
): Promise<void> => {
  const { known, isOut } = given;
  const next = loading.board.meetings.find(({ on }) => on >= todayOf(ctx));
  if (next === undefined) return;
  const clerk = clerkOf(ctx, loading);
  const id = toMeetingId(next.id);
  const { number } = await makePack(clerk, known, { id });
  if (isOut) await sendPack(clerk, known, { id, number });
};

/** Writes the invented boards with their people, their meetings, what they decided and asked, and all packs. */
export const loadBoards = async (ctx: Context, area: DemonstrationArea): Promise<void> => {
  const { boards } = area.history;
  await ctx.write(async (tx) => {
    for (const board of boards) {
      await loadBody(ctx, tx, { area, board });
      for (const [index, meeting] of board.meetings.entries()) {
        const held = { area, board, meeting, number: index + 1 };
        await loadMeeting(ctx, tx, held);
        await loadOutcome(ctx, tx, held);
      }
    }
  });
  const known = await findArea(ctx.read, area.id);
  if (known === undefined) throw new Error(`${area.name} is not there`);
  await loadPastPacks(ctx, area, known);
  for (const [index, board] of boards.slice(0, 2).entries())
    await loadPack(ctx, { area, board }, { known, isOut: index === 0 });
};
