import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listZoneIdsOfSchool } from "@alongside/db/views/identity-place";
import { findLeader, type LeaderLine } from "@alongside/db/views/leader";
import {
  isLeaderSelf,
  maySeeLeader,
  type LeaderPlace,
  type PersonId,
} from "@alongside/domain/identity";
import { found, type Context } from "../context/index.ts";

/** A leader whose days the actor may see, and where the leader belongs. */
export type PlacedLeader = { readonly row: LeaderLine; readonly place: LeaderPlace };

/** The leader, if it is one whose days the actor may see; anybody else answers `not-found`. */
export const openLeader = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly personId: PersonId },
): Promise<PlacedLeader> => {
  const { area, personId } = given;
  const row = found(await findLeader(read, area.id, personId));
  const { homeUrn, organisationId } = row;
  const zoneIds = await listZoneIdsOfSchool(read, area.id, homeUrn);
  const place = { areaId: area.id, personId, homeUrn, organisationId, zoneIds };
  return found(maySeeLeader(ctx.actor, place) ? { row, place } : undefined);
};

/** The same request, with the leader named in the record when somebody else does it. */
export const forLeader = (ctx: Context, place: LeaderPlace): Context =>
  isLeaderSelf(ctx.actor, place) ? ctx : { ...ctx, onBehalfOf: `person ${place.personId}` };
