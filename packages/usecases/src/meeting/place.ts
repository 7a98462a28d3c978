import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findLastChange } from "@alongside/db/views/partnership";
import {
  findBody,
  findMeeting,
  listSeats,
  type BodyRow,
  type MeetingRow,
  type SeatRow,
} from "@alongside/db/views/meeting";
import {
  mayKeepBody,
  mayReadBody,
  type BodyId,
  type BodyPlace,
  type MeetingId,
} from "@alongside/domain/meeting";
import { authorise, found, record, refuse, todayOf, type Context } from "../context/index.ts";
import type { Write } from "@alongside/db";

/** A body with who sits on it, as far as the actor's rights go by it. */
export type OpenedBody = {
  readonly row: BodyRow;
  readonly seats: readonly SeatRow[];
  readonly place: BodyPlace;
  readonly mayKeep: boolean;
};

/** A body of the area. Refuses `not-found` to whoever may not read it. */
export const openBody = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: BodyId },
): Promise<OpenedBody> => {
  const { area, id } = given;
  const row = found(await findBody(read, area.id, id));
  const seats = await listSeats(read, [row.id]);
  const place = { areaId: area.id, seats, today: todayOf(ctx) };
  found(mayReadBody(ctx.actor, place) ? row : undefined);
  return { row, seats, place, mayKeep: mayKeepBody(ctx.actor, place) };
};

/** A body that the actor keeps. Refuses `not-allowed` to those who only read it. */
export const openBodyToKeep = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly id: BodyId },
): Promise<OpenedBody> => {
  const opened = await openBody(ctx, tx, given);
  authorise(opened.mayKeep);
  return opened;
};

export type OpenedMeeting = { readonly row: MeetingRow; readonly body: OpenedBody };

/** A meeting of the area. Refuses `not-found` to whoever may not read its body. */
export const openMeeting = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: MeetingId },
): Promise<OpenedMeeting> => {
  const row = found(await findMeeting(read, given.area.id, given.id));
  return { row, body: await openBody(ctx, read, { area: given.area, id: row.bodyId }) };
};

/** A meeting whose papers the actor keeps. Refuses `not-allowed` to those who only read it. */
export const openMeetingToKeep = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly id: MeetingId },
): Promise<OpenedMeeting> => {
  const opened = await openMeeting(ctx, tx, given);
  authorise(opened.body.mayKeep);
  return opened;
};

type Entity = "body" | "meeting" | "board-action";

/** Refuses `changed-since`, with who and when, where somebody has changed the record since it was seen. */
export const requireSeen = async (
  read: Read,
  entity: Entity,
  given: { readonly row: { readonly id: string; readonly version: number }; readonly seen: number },
): Promise<void> => {
  const { row, seen } = given;
  if (row.version === seen) return;
  const last = await findLastChange(read, { entity, entityId: row.id });
  const { by = "Someone else", at = "" } = last ?? {};
  refuse({ kind: "changed-since", version: row.version, by, at });
};

type Told = {
  readonly area: Area;
  readonly entity: Entity;
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly payload?: Readonly<Record<string, unknown>>;
};

/** Writes the event of a change to a body, a meeting or an action. */
export const tell = (ctx: Context, tx: Write, told: Told): Promise<void> =>
  record(ctx, tx, {
    areaId: told.area.id,
    entity: told.entity,
    entityId: told.id,
    entityVersion: told.version,
    kind: told.kind,
    payload: told.payload ?? {},
  });

/** Faults by field, refused together where there are any. */
export const requireFields = (checks: Readonly<Record<string, string | undefined>>): void => {
  const faults = Object.entries(checks).flatMap(([field, fault]) =>
    fault === undefined ? [] : [[field, fault] as const],
  );
  if (faults.length > 0) refuse({ kind: "invalid-input", fields: Object.fromEntries(faults) });
};

export const missing = (text: string, fault: string): string | undefined =>
  text.trim() === "" ? fault : undefined;
