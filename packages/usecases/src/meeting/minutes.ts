import type { Write } from "@alongside/db";
import {
  recordBoardAction,
  recordBoardDecision,
  recordMeetingChange,
} from "@alongside/db/stores/meeting";
import type { Area } from "@alongside/db/views/area";
import { countDecisions, listPeopleOfArea } from "@alongside/db/views/meeting";
import { figureIds } from "@alongside/domain/board";
import type { PersonId } from "@alongside/domain/identity";
import {
  mayApproveMinutes,
  minuteMeeting,
  moveMeeting,
  quorumOf,
  takeDecision,
  type Attendance,
  type Ground,
  type MeetingId,
} from "@alongside/domain/meeting";
import type { IsoDate } from "@alongside/domain/school";
import { authorise, found, instantOf, orRefuse, todayOf, type Context } from "../context/index.ts";
import { mailMembers, mailOne } from "./mail.ts";
import {
  missing,
  openMeeting,
  openMeetingToKeep,
  requireFields,
  requireSeen,
  tell,
  type OpenedMeeting,
} from "./place.ts";

type Seen = { readonly id: MeetingId; readonly version: number };

/** Nobody is both there and excused, everybody named has or had a seat, and an interest has words. */
const requireAttendance = ({ body }: OpenedMeeting, given: Attendance): void => {
  const known = new Set(body.seats.map(({ personId }) => personId));
  const named = [
    ...given.present,
    ...given.apologies,
    ...given.interests.map((one) => one.personId),
  ];
  requireFields({
    present: named.every((id) => known.has(id)) ? undefined : "Choose people of this body",
    apologies: given.apologies.some((id) => given.present.includes(id))
      ? "Somebody is down as present and as excused"
      : undefined,
    interests: given.interests.every(({ words }) => words.trim() !== "")
      ? undefined
      : "Say what each interest is",
  });
};

/** Writes down who was there, what interests they declared and what was said: minutes in draft, until they are approved. */
export const writeMinutes = (
  ctx: Context,
  area: Area,
  input: Seen & { readonly attendance: Attendance; readonly minutes: string },
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const opened = await openMeetingToKeep(ctx, tx, { area, id: input.id });
    const { row, body } = opened;
    await requireSeen(tx, "meeting", { row, seen: input.version });
    const state = orRefuse(minuteMeeting(row, todayOf(ctx)));
    requireAttendance(opened, input.attendance);
    const { attendance } = input;
    const minutes = input.minutes.trim();
    await recordMeetingChange(tx, row, { attendance, minutes, state, changedAt: instantOf(ctx) });
    const version = row.version + 1;
    const kind = "minutes-written";
    const payload = { attendance, minutes };
    await tell(ctx, tx, { area, entity: "meeting", id: row.id, version, kind, payload });
    if (row.state === "planned") {
      const chairs = { ...body, seats: body.seats.filter(({ role }) => role === "chair") };
      await mailMembers(ctx, tx, {
        area,
        body: chairs,
        meetingId: row.id,
        template: "minutes-to-approve",
      });
    }
    return { version };
  });

/** How many members were at a meeting, and whether they were enough. */
export const quorumAt = ({ row, body }: OpenedMeeting) =>
  quorumOf(row.attendance, { seats: body.seats, day: row.date, quorum: body.row.quorum });

const groundFault = (ground: Ground): string | undefined => {
  if (ground.kind === "figure")
    return figureIds.some((id) => id === ground.figure) ? undefined : "Choose a figure";
  return ground.kind === "paper" ? missing(ground.title, "Name the paper") : undefined;
};

/** Records what a quorate meeting decided, why, and on which figure or paper it rests. */
export const decide = (
  ctx: Context,
  area: Area,
  input: {
    readonly id: MeetingId;
    readonly text: string;
    readonly reason: string;
    readonly ground: Ground;
  },
): Promise<{ readonly id: string; readonly number: number }> =>
  ctx.write(async (tx) => {
    const opened = await openMeetingToKeep(ctx, tx, { area, id: input.id });
    const { row } = opened;
    orRefuse(takeDecision(row.state, quorumAt(opened)));
    requireFields({
      text: missing(input.text, "Say what was decided"),
      reason: missing(input.reason, "Say why"),
      ground: groundFault(input.ground),
    });
    const id = ctx.newId();
    const number = (await countDecisions(tx, row.bodyId)) + 1;
    const said = { text: input.text.trim(), reason: input.reason.trim(), ground: input.ground };
    const { areaId, bodyId } = row;
    const recordedAt = instantOf(ctx);
    await recordBoardDecision(tx, {
      id,
      areaId,
      bodyId,
      meetingId: row.id,
      number,
      ...said,
      recordedAt,
    });
    await recordMeetingChange(tx, row, { changedAt: recordedAt });
    const version = row.version + 1;
    const kind = "decision-recorded";
    const payload = { decision: id, number, ...said };
    await tell(ctx, tx, { area, entity: "meeting", id: row.id, version, kind, payload });
    return { id, number };
  });

/** Asks something of somebody, by a day; the owner is told. */
export const setAction = (
  ctx: Context,
  area: Area,
  input: {
    readonly id: MeetingId;
    readonly text: string;
    readonly ownerId: PersonId;
    readonly dueOn: IsoDate;
  },
): Promise<{ readonly id: string }> =>
  ctx.write(async (tx) => {
    const { row } = await openMeetingToKeep(ctx, tx, { area, id: input.id });
    orRefuse(moveMeeting(row.state, "set-action"));
    const owner = (await listPeopleOfArea(tx, area.id)).find(({ id }) => id === input.ownerId);
    requireFields({
      text: missing(input.text, "Say what is to be done"),
      ownerId: owner === undefined ? "Choose somebody of the area" : undefined,
      dueOn: input.dueOn >= row.date ? undefined : "Choose the day of the meeting or a later one",
    });
    const id = ctx.newId();
    const { areaId, bodyId } = row;
    const { ownerId, dueOn } = input;
    const changedAt = instantOf(ctx);
    const asked = { text: input.text.trim(), ownerId, dueOn };
    await recordBoardAction(tx, {
      id,
      areaId,
      bodyId,
      meetingId: row.id,
      ...asked,
      setOn: row.date,
      state: "open",
      changedAt,
    });
    await tell(ctx, tx, {
      area,
      entity: "board-action",
      id,
      version: 1,
      kind: "action-set",
      payload: { meeting: row.id, ...asked },
    });
    await mailAction(ctx, tx, { area, owner: found(owner), dueOn });
    return { id };
  });

const mailAction = (
  ctx: Context,
  tx: Write,
  {
    area,
    owner,
    dueOn,
  }: {
    readonly area: Area;
    readonly owner: { readonly name: string; readonly email: string };
    readonly dueOn: IsoDate;
  },
): Promise<void> =>
  mailOne(ctx, tx, {
    area,
    to: owner,
    template: "board-action-to-do",
    path: "/board/actions",
    due: dueOn,
  });

/** Approves the minutes of a meeting, in the chair. From then on nobody changes them. Refuses whoever is not the chair. */
export const approveMinutes = (
  ctx: Context,
  area: Area,
  input: Seen,
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { row, body } = await openMeeting(ctx, tx, { area, id: input.id });
    authorise(mayApproveMinutes(ctx.actor, body.place, row.attendance.present));
    await requireSeen(tx, "meeting", { row, seen: input.version });
    const state = orRefuse(moveMeeting(row.state, "approve"));
    const approvedBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    const approvedAt = instantOf(ctx);
    await recordMeetingChange(tx, row, { state, approvedBy, approvedAt, changedAt: approvedAt });
    const version = row.version + 1;
    await tell(ctx, tx, { area, entity: "meeting", id: row.id, version, kind: "minutes-approved" });
    return { version };
  });
