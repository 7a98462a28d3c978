import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordZone, recordZoneChange } from "@alongside/db/stores/partnership-zone";
import {
  findZone,
  listZones as readZones,
  type ZoneRow,
} from "@alongside/db/views/partnership-zone";
import { mayAdministerArea, toId, type ZoneId } from "@alongside/domain/identity";
import {
  faultOfBoundary,
  sameName,
  tidyName,
  type GridPoint,
  type PhaseGroup,
} from "@alongside/domain/partnership";
import { authorise, found, record, refuse, type Context } from "../context/index.ts";
import { requireVersion } from "./changed-since.ts";

/** A zone and the version of it that was seen. */
export type ZoneSeen = { readonly zoneId: ZoneId; readonly version: number };

const requireFreeName = async (
  tx: Write,
  area: Area,
  given: { readonly name: string; readonly except?: ZoneId },
): Promise<void> => {
  const zones = await readZones(tx, area.id);
  const isTaken = zones.some(
    (zone) => zone.closedOn === null && zone.id !== given.except && sameName(zone.name, given.name),
  );
  if (isTaken) refuse({ kind: "already-exists", field: "name" });
};

/** The zone, open, and at the version that was seen. Refuses `not-found`, `zone-closed`, `changed-since`. */
export const openZoneSeen = async (tx: Write, area: Area, seen: ZoneSeen): Promise<ZoneRow> => {
  const zone = found(await findZone(tx, area.id, seen.zoneId));
  if (zone.closedOn !== null) refuse({ kind: "zone-closed", zone: zone.name });
  const state = { entity: "zone", entityId: zone.id, version: zone.version };
  await requireVersion(tx, state, seen.version);
  return zone;
};

export type ZoneEvent = {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

type ZoneChange = Parameters<typeof recordZoneChange>[2];

/** Writes the zone's next version and its event. */
export const recordZoneEvent = async (
  ctx: Context,
  tx: Write,
  given: { readonly zone: ZoneRow; readonly change: ZoneChange; readonly event: ZoneEvent },
): Promise<{ readonly version: number }> => {
  const { zone, change, event } = given;
  const version = zone.version + 1;
  await recordZoneChange(tx, zone, change);
  await record(ctx, tx, {
    ...event,
    areaId: zone.areaId,
    entity: "zone",
    entityId: zone.id,
    entityVersion: version,
  });
  return { version };
};

export type NewZone = {
  /** A new one unless it is given. */
  readonly id?: ZoneId;
  readonly name: string;
  readonly phaseGroup: PhaseGroup;
  readonly boundary?: readonly GridPoint[];
};

/** Makes a zone for all phases or one group of them. Refuses a name that an open zone has (`already-exists`). */
export const createZone = (
  ctx: Context,
  area: Area,
  input: NewZone,
): Promise<{ readonly id: ZoneId }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const name = tidyName(input.name);
    await requireFreeName(tx, area, { name });
    const id = input.id ?? toId<ZoneId>(ctx.newId());
    const { phaseGroup, boundary = null } = input;
    await recordZone(tx, { id, areaId: area.id, name, phaseGroup, boundary });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "zone",
      entityId: id,
      entityVersion: 1,
      kind: "zone-created",
      payload: { name, phaseGroup },
    });
    return { id };
  });
};

/** Gives a zone another name; answers whether that changed anything. */
export const renameZone = (
  ctx: Context,
  area: Area,
  input: ZoneSeen & { readonly name: string },
): Promise<{ readonly changed: boolean }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const zone = await openZoneSeen(tx, area, input);
    const name = tidyName(input.name);
    if (name === zone.name) return { changed: false };
    await requireFreeName(tx, area, { name, except: zone.id });
    const event = { kind: "zone-renamed", payload: { from: zone.name, to: name } };
    await recordZoneEvent(ctx, tx, { zone, change: { name }, event });
    return { changed: true };
  });
};

/** Sets the line around a zone, or takes it away (`null`). Refuses `boundary-wrong`. */
export const drawZone = (
  ctx: Context,
  area: Area,
  input: ZoneSeen & { readonly boundary: readonly GridPoint[] | null },
): Promise<{ readonly version: number }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const { boundary } = input;
  const fault = boundary === null ? undefined : faultOfBoundary(boundary);
  if (fault !== undefined) refuse({ kind: "boundary-wrong", fault });
  return ctx.write(async (tx) => {
    const zone = await openZoneSeen(tx, area, input);
    const event = { kind: "zone-drawn", payload: { boundary } };
    return recordZoneEvent(ctx, tx, { zone, change: { boundary }, event });
  });
};
