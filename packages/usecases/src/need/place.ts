import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findSchoolOfArea, listZoneIdsOfSchool } from "@alongside/db/views/identity-place";
import { findNeed, type NeedRow } from "@alongside/db/views/need";
import { isOfOwnSchool, maySeeNeed, type NeedPlace } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import { found, type Context } from "../context/index.ts";

/** A need that the actor may know of, and where it belongs. */
export type PlacedNeed = { readonly row: NeedRow; readonly place: NeedPlace };

/** The place of a school of this area. Refuses `not-found` for any other. */
export const placeOfSchool = async (read: Read, area: Area, urn: Urn): Promise<NeedPlace> => {
  found(await findSchoolOfArea(read, area.id, urn));
  return { areaId: area.id, urn, zoneIds: await listZoneIdsOfSchool(read, area.id, urn) };
};

/** The need, if it is one that the actor may see; anybody else's answers `not-found`. */
export const openNeed = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: NeedId },
): Promise<PlacedNeed> => {
  const { area, id } = given;
  const row = found(await findNeed(read, area.id, id));
  const zoneIds = await listZoneIdsOfSchool(read, area.id, row.urn);
  const place = { areaId: area.id, urn: row.urn, zoneIds };
  const { isBegunOnBehalf } = row;
  const isSeen = maySeeNeed(ctx.actor, place, { isDraft: row.state === "draft", isBegunOnBehalf });
  return found(isSeen ? { row, place } : undefined);
};

/** The same request, with the school named in the record when the actor is not of it. */
export const forSchool = (ctx: Context, place: NeedPlace): Context =>
  isOfOwnSchool(ctx.actor, place) ? ctx : { ...ctx, onBehalfOf: `school ${place.urn}` };
