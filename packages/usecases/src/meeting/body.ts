import {
  recordBody,
  recordBodyChange,
  recordSeat,
  recordSeatEnd,
} from "@alongside/db/stores/meeting";
import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listBodies, listPeopleOfArea } from "@alongside/db/views/meeting";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { mayKeepMeetings, type PersonId } from "@alongside/domain/identity";
import {
  addSeat,
  endSeat,
  toBodyId,
  type BodyId,
  type BodyKind,
  type Remit,
  type SeatRole,
} from "@alongside/domain/meeting";
import type { IsoDate } from "@alongside/domain/school";
import {
  authorise,
  found,
  instantOf,
  orRefuse,
  refuse,
  todayOf,
  type Context,
} from "../context/index.ts";
import { missing, openBodyToKeep, requireFields, requireSeen, tell } from "./place.ts";

type BodyWords = {
  readonly name: string;
  readonly kind: BodyKind;
  readonly remit: Remit;
  readonly quorum: number;
};

const requireWords = async (
  tx: Write,
  area: Area,
  given: BodyWords & { readonly except?: BodyId },
): Promise<void> => {
  const [zones, others] = await Promise.all([
    listOpenZonesOfArea(tx, area.id),
    listBodies(tx, area.id),
  ]);
  const known = zones.map(({ id }) => id);
  requireFields({
    name: missing(given.name, "Enter a name"),
    quorum: given.quorum >= 1 ? undefined : "Enter 1 or more",
    zones: given.remit.zones.every((id) => known.includes(id))
      ? undefined
      : "Choose zones of the area",
  });
  const name = given.name.trim().toLowerCase();
  if (others.some((other) => other.id !== given.except && other.name.toLowerCase() === name))
    refuse({ kind: "already-exists", field: "name" });
};

const wordsOf = ({ name, kind, remit, quorum }: BodyWords) => ({
  name: name.trim(),
  kind,
  remit,
  quorum,
});

/** Sets up a board or an area group. By those who keep the meetings of the area. */
export const addBody = (
  ctx: Context,
  area: Area,
  input: BodyWords,
): Promise<{ readonly id: BodyId }> =>
  ctx.write(async (tx) => {
    authorise(mayKeepMeetings(ctx.actor, area.id));
    await requireWords(tx, area, input);
    const id = toBodyId(ctx.newId());
    const createdAt = instantOf(ctx);
    const words = wordsOf(input);
    await recordBody(tx, { id, areaId: area.id, ...words, createdAt, changedAt: createdAt });
    await tell(ctx, tx, {
      area,
      entity: "body",
      id,
      version: 1,
      kind: "body-added",
      payload: words,
    });
    return { id };
  });

/** Changes the name, the remit or the quorum of a body. */
export const changeBody = (
  ctx: Context,
  area: Area,
  input: BodyWords & { readonly id: BodyId; readonly version: number },
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { row } = await openBodyToKeep(ctx, tx, { area, id: input.id });
    await requireSeen(tx, "body", { row, seen: input.version });
    await requireWords(tx, area, { ...input, except: row.id });
    const words = wordsOf(input);
    await recordBodyChange(tx, row, { ...words, changedAt: instantOf(ctx) });
    const version = row.version + 1;
    await tell(ctx, tx, {
      area,
      entity: "body",
      id: row.id,
      version,
      kind: "body-changed",
      payload: words,
    });
    return { version };
  });

type NewSeat = {
  readonly id: BodyId;
  readonly personId: PersonId;
  readonly role: SeatRole;
  readonly fromOn: IsoDate;
  readonly untilOn: IsoDate | null;
};

/** Gives a person of the area a seat on a body, for a time or until it is ended. */
export const giveSeat = (
  ctx: Context,
  area: Area,
  input: NewSeat,
): Promise<{ readonly id: string }> =>
  ctx.write(async (tx) => {
    const { row, seats } = await openBodyToKeep(ctx, tx, { area, id: input.id });
    const people = await listPeopleOfArea(tx, area.id);
    const isHere = people.some(({ id }) => id === input.personId);
    requireFields({ personId: isHere ? undefined : "Choose somebody of the area" });
    const { personId, role, fromOn, untilOn } = input;
    const seat = orRefuse(addSeat(seats, { personId, role, fromOn, untilOn }));
    const id = ctx.newId();
    await recordSeat(tx, { id, bodyId: row.id, ...seat });
    await recordBodyChange(tx, row, { changedAt: instantOf(ctx) });
    const version = row.version + 1;
    await tell(ctx, tx, {
      area,
      entity: "body",
      id: row.id,
      version,
      kind: "seat-given",
      payload: seat,
    });
    return { id };
  });

/** Ends a seat: today is its last day. */
export const endSeatNow = (
  ctx: Context,
  area: Area,
  input: { readonly id: BodyId; readonly seatId: string },
): Promise<{ readonly untilOn: IsoDate }> =>
  ctx.write(async (tx) => {
    const { row, seats } = await openBodyToKeep(ctx, tx, { area, id: input.id });
    const seat = found(seats.find(({ id }) => id === input.seatId));
    const untilOn = todayOf(ctx);
    orRefuse(endSeat(seat, untilOn));
    await recordSeatEnd(tx, { id: seat.id, untilOn });
    await recordBodyChange(tx, row, { changedAt: instantOf(ctx) });
    const version = row.version + 1;
    const payload = { personId: seat.personId, role: seat.role, untilOn };
    await tell(ctx, tx, { area, entity: "body", id: row.id, version, kind: "seat-ended", payload });
    return { untilOn };
  });
