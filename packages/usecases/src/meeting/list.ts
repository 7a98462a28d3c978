import type { Area } from "@alongside/db/views/area";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import {
  listActions,
  listDecisions,
  listMeetings,
  listPacks,
  listPeopleOfArea,
  type MeetingRow,
} from "@alongside/db/views/meeting";
import { mayKeepMeetings } from "@alongside/domain/identity";
import {
  isCarriedTo,
  isInOffice,
  mayApproveMinutes,
  mayKeepBody,
  mayReadEveryBody,
  membersOn,
  type BodyId,
  type MeetingId,
} from "@alongside/domain/meeting";
import { authorise, found, todayOf, type Context } from "../context/index.ts";
import { bodiesOf, toActionLine } from "./action.ts";
import { quorumAt } from "./minutes.ts";
import { openBody, openMeeting } from "./place.ts";
import { remitWords } from "./remit.ts";

const toMeetingLine = ({ id, date, time, place, state }: MeetingRow) => ({
  id,
  date,
  time,
  place,
  state,
});

/** The next meeting that is planned, and the last that was. */
const aroundToday = (rows: readonly MeetingRow[], today: string) => {
  const next = rows.findLast(({ state, date }) => state === "planned" && date >= today);
  const last = rows.find(({ state }) => state === "held" || state === "approved");
  return {
    next: next === undefined ? null : toMeetingLine(next),
    last: last === undefined ? null : toMeetingLine(last),
  };
};

/** The bodies that the actor may read, each with its remit and its meetings around today. Refuses `not-found` to whoever reads none. */
export const listBoards = async (ctx: Context, area: Area) => {
  const mayAdd = mayKeepMeetings(ctx.actor, area.id);
  const readable = await bodiesOf(ctx, area);
  const [first] = readable;
  found(mayReadEveryBody(ctx.actor, area.id) ? area : first);
  const [zones, meetings] = await Promise.all([
    listOpenZonesOfArea(ctx.read, area.id),
    listMeetings(
      ctx.read,
      readable.map(({ row }) => row.id),
    ),
  ]);
  const today = todayOf(ctx);
  return {
    mayAdd,
    bodies: readable.map(({ row, seats }) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      remit: remitWords(row.remit, zones),
      members: membersOn(seats, today).length,
      chair: seats.find((seat) => seat.role === "chair" && isInOffice(seat, today))?.name ?? null,
      ...aroundToday(
        meetings.filter(({ bodyId }) => bodyId === row.id),
        today,
      ),
    })),
  };
};

/** One body: who sits on it, its meetings, and what it has decided. */
export const getBody = async (ctx: Context, area: Area, input: { readonly id: BodyId }) => {
  const { row, seats, place, mayKeep } = await openBody(ctx, ctx.read, { area, id: input.id });
  const [zones, meetings, decisions, actions] = await Promise.all([
    listOpenZonesOfArea(ctx.read, area.id),
    listMeetings(ctx.read, [row.id]),
    listDecisions(ctx.read, [row.id]),
    listActions(ctx.read, [row.id]),
  ]);
  const packs = await listPacks(
    ctx.read,
    meetings.map(({ id }) => id),
  );
  const packOf = (id: MeetingId) =>
    packs.find((pack) => pack.meetingId === id && (mayKeep || pack.issuedAt !== null));
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    kind: row.kind,
    group: row.remit.group,
    zones: row.remit.zones,
    remit: remitWords(row.remit, zones),
    quorum: row.quorum,
    may: { keep: mayKeep },
    seats: seats.map(({ id, personId, name, role, fromOn, untilOn }) => ({
      id,
      personId,
      name,
      role,
      fromOn,
      untilOn,
      isInOffice: isInOffice({ personId, role, fromOn, untilOn }, place.today),
    })),
    meetings: meetings.map((meeting) => ({
      ...toMeetingLine(meeting),
      pack: packOf(meeting.id)?.number ?? null,
    })),
    decisions: decisions.map(({ row: { id, number, text, reason, ground }, on }) => ({
      id,
      number,
      on,
      text,
      reason,
      ground,
    })),
    actions: actions.map((stored) => toActionLine(ctx, stored, place)),
  };
};

/** One meeting: agenda, attendance, minutes, what was decided and asked, what is carried to it, and its packs. */
export const getMeeting = async (ctx: Context, area: Area, input: { readonly id: MeetingId }) => {
  const opened = await openMeeting(ctx, ctx.read, { area, id: input.id });
  const { row, body } = opened;
  const [decisions, actions, packs] = await Promise.all([
    listDecisions(ctx.read, [row.bodyId]),
    listActions(ctx.read, [row.bodyId]),
    listPacks(ctx.read, [row.id]),
  ]);
  const { mayKeep, place } = body;
  const line = (stored: (typeof actions)[number]) => toActionLine(ctx, stored, place);
  const seated = body.seats.filter((seat) => isInOffice(seat, row.date));
  const names = new Map(body.seats.map(({ personId, name }) => [personId, name]));
  return {
    ...toMeetingLine(row),
    version: row.version,
    today: place.today,
    body: { id: body.row.id, name: body.row.name },
    agenda: row.agenda,
    attendance: row.attendance,
    minutes: row.minutes,
    approved:
      row.approvedAt === null
        ? null
        : {
            at: row.approvedAt,
            by: row.approvedBy === null ? "" : (names.get(row.approvedBy) ?? ""),
          },
    quorum: quorumAt(opened),
    people: seated.map(({ personId, name, role }) => ({ personId, name, role })),
    decisions: decisions
      .filter((each) => each.row.meetingId === row.id)
      .map(({ row: { id, number, text, reason, ground } }) => ({
        id,
        number,
        text,
        reason,
        ground,
      })),
    actions: actions.filter((each) => each.row.meetingId === row.id).map(line),
    carried: actions.filter((each) => isCarriedTo(each.row, row.date)).map(line),
    packs: packs
      .filter(({ issuedAt }) => mayKeep || issuedAt !== null)
      .map(({ number, hash, frozenAt, issuedAt }) => ({ number, hash, frozenAt, issuedAt })),
    may: {
      keep: mayKeep,
      approve: row.state === "held" && mayApproveMinutes(ctx.actor, place, row.attendance.present),
    },
  };
};

/** Who could sit on a body or be asked for something, and the zones of a remit. For those who keep meetings. */
export const boardChoices = async (ctx: Context, area: Area) => {
  const keepsAll = mayKeepMeetings(ctx.actor, area.id);
  const kept = keepsAll
    ? []
    : (await bodiesOf(ctx, area)).filter(({ place }) => mayKeepBody(ctx.actor, place));
  authorise(keepsAll || kept.length > 0);
  const [people, zones] = await Promise.all([
    listPeopleOfArea(ctx.read, area.id),
    listOpenZonesOfArea(ctx.read, area.id),
  ]);
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    zones: zones.map(({ id, name }) => ({ id, name })),
  };
};

/** Every decision of the bodies that the actor reads, the latest first. */
export const listBoardDecisions = async (ctx: Context, area: Area) => {
  const readable = await bodiesOf(ctx, area);
  found(readable[0]);
  const names = new Map(readable.map(({ row }) => [row.id, row.name]));
  const rows = await listDecisions(ctx.read, [...names.keys()]);
  return rows.map(({ row, on }) => ({
    id: row.id,
    body: names.get(row.bodyId) ?? "",
    meetingId: row.meetingId,
    number: row.number,
    on,
    text: row.text,
    reason: row.reason,
    ground: row.ground,
  }));
};
