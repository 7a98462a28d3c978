import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordGrantEnd } from "@alongside/db/stores/identity";
import { recordPanelEnd, recordPanelMember } from "@alongside/db/stores/partnership-zone";
import {
  listCoordinators,
  listPanel,
  listPeopleOfArea,
  type ZoneRow,
} from "@alongside/db/views/partnership-zone";
import { mayAdministerArea, type Grant, type PersonId } from "@alongside/domain/identity";
import {
  authorise,
  found,
  instantOf,
  record,
  refuse,
  todayOf,
  type Context,
} from "../context/index.ts";
import type { IdentityContext } from "../identity/context.ts";
import { giveRole } from "../identity/grant.ts";
import { authoriseGiving } from "../identity/place.ts";
import { requireRecentProof } from "../identity/recent-proof.ts";
import { openZoneSeen, recordZoneEvent, type ZoneSeen } from "./zone.ts";

type Coordinator = Awaited<ReturnType<typeof listCoordinators>>[number];

export const listCoordinatorsNow = async (
  tx: Write,
  zone: ZoneRow,
): Promise<readonly Coordinator[]> =>
  (await listCoordinators(tx, zone.areaId, zone.id)).filter(({ endedAt }) => endedAt === null);

/** Ends a coordinator's role, has their devices take new tokens, and writes the event. */
export const endCoordinatorRole = async (
  ctx: IdentityContext,
  tx: Write,
  given: { readonly zone: ZoneRow; readonly coordinator: Coordinator },
): Promise<void> => {
  const { zone, coordinator } = given;
  await recordGrantEnd(tx, coordinator.grantId, instantOf(ctx));
  await ctx.auth.sessions.within(tx).rotateAllOf(coordinator.personId);
  await record(ctx, tx, {
    areaId: zone.areaId,
    entity: "person",
    entityId: coordinator.personId,
    entityVersion: coordinator.personVersion,
    kind: "role-ended",
    payload: { grantId: coordinator.grantId, role: "zone-coordinator", zoneId: zone.id },
  });
};

const personOfArea = async (tx: Write, area: Area, personId: PersonId) =>
  found((await listPeopleOfArea(tx, area.id)).find(({ id }) => id === personId));

/**
 * Gives a zone its coordinator: the role goes to this person, and ends for whoever had it. Refuses `not-found` for a person without a
 * part in the area, `zone-closed`, `changed-since`, `role-not-yours-to-give`, `second-factor-stale`.
 */
export const assignCoordinator = (
  ctx: IdentityContext,
  area: Area,
  input: ZoneSeen & { readonly personId: PersonId; readonly mayActOnBehalf: boolean },
): Promise<{ readonly changed: boolean }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const zone = await openZoneSeen(tx, area, input);
    const person = await personOfArea(tx, area, input.personId);
    const { mayActOnBehalf } = input;
    const grant: Grant = {
      role: "zone-coordinator",
      areaId: area.id,
      zoneId: zone.id,
      ...(mayActOnBehalf ? { mayActOnBehalf } : {}),
    };
    await authoriseGiving(ctx, tx, grant);
    requireRecentProof(ctx);
    const before = await listCoordinatorsNow(tx, zone);
    const stays = (each: Coordinator) =>
      each.personId === person.id && each.mayActOnBehalf === mayActOnBehalf;
    if (before.length === 1 && before.every(stays)) return { changed: false };
    for (const coordinator of before) await endCoordinatorRole(ctx, tx, { zone, coordinator });
    await giveRole(ctx, tx, { person, grant });
    const payload = { personId: person.id, before: before.map(({ personId }) => personId) };
    const event = { kind: "coordinator-assigned", payload };
    await recordZoneEvent(ctx, tx, { zone, change: {}, event });
    return { changed: true };
  });
};

/** Leaves a zone without this coordinator. Refuses `not-found` when they are not one. */
export const endCoordinator = (
  ctx: IdentityContext,
  area: Area,
  input: ZoneSeen & { readonly personId: PersonId },
): Promise<void> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const zone = await openZoneSeen(tx, area, input);
    const now = await listCoordinatorsNow(tx, zone);
    const coordinator = found(now.find(({ personId }) => personId === input.personId));
    requireRecentProof(ctx);
    await endCoordinatorRole(ctx, tx, { zone, coordinator });
    const event = { kind: "coordinator-ended", payload: { personId: input.personId } };
    await recordZoneEvent(ctx, tx, { zone, change: {}, event });
  });
};

/** Gives a person a seat on the zone's panel. Refuses `already-exists` for one who sits there. */
export const addPanelMember = (
  ctx: Context,
  area: Area,
  input: ZoneSeen & { readonly personId: PersonId },
): Promise<void> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const zone = await openZoneSeen(tx, area, input);
    const person = await personOfArea(tx, area, input.personId);
    const seats = await listPanel(tx, zone.id);
    if (seats.some(({ personId, toOn }) => personId === person.id && toOn === null)) {
      refuse({ kind: "already-exists", field: "personId" });
    }
    await recordPanelMember(tx, { zoneId: zone.id, personId: person.id, fromOn: todayOf(ctx) });
    const event = { kind: "panel-member-added", payload: { personId: person.id } };
    await recordZoneEvent(ctx, tx, { zone, change: {}, event });
  });
};

/** Ends a seat on the zone's panel. Refuses `not-found` for a person who does not sit there. */
export const endPanelMember = (
  ctx: Context,
  area: Area,
  input: ZoneSeen & { readonly personId: PersonId },
): Promise<void> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const zone = await openZoneSeen(tx, area, input);
    const seat = { zoneId: zone.id, personId: input.personId };
    if ((await recordPanelEnd(tx, seat, todayOf(ctx))) === 0) refuse({ kind: "not-found" });
    const event = { kind: "panel-member-ended", payload: { personId: input.personId } };
    await recordZoneEvent(ctx, tx, { zone, change: {}, event });
  });
};
