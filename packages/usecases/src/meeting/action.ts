import { recordReminder } from "@alongside/db/stores/mail";
import { recordBoardActionChange } from "@alongside/db/stores/meeting";
import { findArea, type Area } from "@alongside/db/views/area";
import {
  findAction,
  findBody,
  listActions,
  listActionsOf,
  listActionsToRemind,
  listBodies,
  listMeetings,
  listSeats,
  type StoredAction,
} from "@alongside/db/views/meeting";
import { addDays } from "@alongside/domain/calendar";
import { isOperator } from "@alongside/domain/identity";
import {
  closeAction,
  isOverdue,
  mayApproveMinutes,
  mayCloseAction,
  mayReadBody,
  type BodyPlace,
} from "@alongside/domain/meeting";
import { authorise, found, instantOf, orRefuse, todayOf, type Context } from "../context/index.ts";
import { mailOne } from "./mail.ts";
import { missing, requireFields, requireSeen, tell } from "./place.ts";

/** Ends an action as done or dropped, with a note. By its owner, or by those who keep the body's papers; for others it is not there. */
export const endAction = (
  ctx: Context,
  area: Area,
  input: {
    readonly id: string;
    readonly version: number;
    readonly state: "done" | "dropped";
    readonly note: string;
  },
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { row } = found(await findAction(tx, area.id, input.id));
    const body = found(await findBody(tx, area.id, row.bodyId));
    const seats = await listSeats(tx, [body.id]);
    const place = { areaId: area.id, seats, today: todayOf(ctx) };
    const may = mayCloseAction(ctx.actor, place, row);
    found(may || mayReadBody(ctx.actor, place) ? row : undefined);
    authorise(may);
    await requireSeen(tx, "board-action", { row, seen: input.version });
    requireFields({ note: missing(input.note, "Say what came of it") });
    const closed = orRefuse(closeAction(row, { state: input.state, on: todayOf(ctx) }));
    const note = input.note.trim();
    const { state, closedOn } = closed;
    await recordBoardActionChange(tx, row, { state, closedOn, note, changedAt: instantOf(ctx) });
    const version = row.version + 1;
    const kind = state === "done" ? "action-done" : "action-dropped";
    await tell(ctx, tx, {
      area,
      entity: "board-action",
      id: row.id,
      version,
      kind,
      payload: { note },
    });
    return { version };
  });

/** An action as its readers see it. */
export const toActionLine = (ctx: Context, stored: StoredAction, place: BodyPlace) => {
  const { row, owner, body } = stored;
  return {
    id: row.id,
    version: row.version,
    body,
    bodyId: row.bodyId,
    meetingId: row.meetingId,
    text: row.text,
    owner,
    isOwn: ctx.actor.kind === "person" && ctx.actor.personId === row.ownerId,
    dueOn: row.dueOn,
    setOn: row.setOn,
    state: row.state,
    note: row.note,
    closedOn: row.closedOn,
    isOverdue: isOverdue(row, place.today),
    mayEnd: row.state === "open" && mayCloseAction(ctx.actor, place, row),
  };
};

type ActionLine = ReturnType<typeof toActionLine>;

/** The bodies that the actor may read, with their seats. */
export const bodiesOf = async (ctx: Context, area: Area) => {
  const rows = await listBodies(ctx.read, area.id);
  const seats = await listSeats(
    ctx.read,
    rows.map(({ id }) => id),
  );
  const today = todayOf(ctx);
  return rows.flatMap((row) => {
    const own = seats.filter(({ bodyId }) => bodyId === row.id);
    const place = { areaId: area.id, seats: own, today };
    return mayReadBody(ctx.actor, place) ? [{ row, seats: own, place }] : [];
  });
};

/** The actor's own actions and those of the bodies that the actor reads, open ones first, by the day on which they are due. */
export const listBoardActions = async (ctx: Context, area: Area) => {
  const readable = await bodiesOf(ctx, area);
  const today = todayOf(ctx);
  const places = new Map(readable.map(({ row, place }) => [row.id, place]));
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : undefined;
  const [shared, own] = await Promise.all([
    listActions(ctx.read, [...places.keys()]),
    personId === undefined ? [] : listActionsOf(ctx.read, area.id, personId),
  ]);
  const all = new Map([...shared, ...own].map((stored) => [stored.row.id, stored]));
  const nowhere: BodyPlace = { areaId: area.id, seats: [], today };
  const lines = [...all.values()].map((stored) =>
    toActionLine(ctx, stored, places.get(stored.row.bodyId) ?? nowhere),
  );
  const order = (line: ActionLine) => (line.state === "open" ? 0 : 1);
  return {
    today,
    readsBodies: readable.length > 0,
    actions: lines.toSorted(
      (one, other) =>
        order(one) - order(other) ||
        (order(one) === 0 ? 1 : -1) * one.dueOn.localeCompare(other.dueOn),
    ),
  };
};

/** What waits for the actor: own actions that are open, and minutes that are to be approved in the chair. */
export const waitingAtBoards = async (ctx: Context, area: Area) => {
  if (ctx.actor.kind !== "person") return { actions: [], minutes: [] };
  const { personId } = ctx.actor;
  const own = await listActionsOf(ctx.read, area.id, personId);
  const seated = (await bodiesOf(ctx, area)).filter(({ seats }) =>
    seats.some((seat) => seat.personId === personId),
  );
  const held = (
    await listMeetings(
      ctx.read,
      seated.map(({ row }) => row.id),
    )
  ).filter(({ state }) => state === "held");
  return {
    actions: own.filter(({ row }) => row.state === "open").map(({ row }) => row),
    minutes: held.filter((meeting) =>
      seated.some(
        ({ row, place }) =>
          row.id === meeting.bodyId &&
          mayApproveMinutes(ctx.actor, place, meeting.attendance.present),
      ),
    ),
  };
};

/** Days before the last day of an action on which its owner is reminded; and once more when it is over. */
const ahead = 7;

/** The round of the clock: owners are reminded a week before their action is due, and once it is late. Answers of how many. */
export const remindOfActions = async (ctx: Context): Promise<{ readonly reminded: number }> => {
  authorise(isOperator(ctx.actor));
  const today = todayOf(ctx);
  let reminded = 0;
  for (const { row, owner, email } of await listActionsToRemind(ctx.read, addDays(today, ahead))) {
    const isLate = isOverdue(row, today);
    const key = `board-action ${row.id} ${isLate ? "late" : "due"}`;
    const isDone = await ctx.write(async (tx) => {
      if (!(await recordReminder(tx, key, instantOf(ctx)))) return false;
      const area = found(await findArea(tx, row.areaId));
      const template = isLate ? "board-action-late-due" : "board-action-due";
      const to = { name: owner, email };
      await mailOne(ctx, tx, { area, to, template, path: "/board/actions", due: row.dueOn });
      return true;
    });
    reminded += isDone ? 1 : 0;
  }
  return { reminded };
};
