import { findAreaBySlug, listAreas as listAllAreas, type Area } from "@alongside/db/views/area";
import { isSignedIn, maySeeArea } from "@alongside/domain/identity";
import { found, refuse, type Context } from "../context/index.ts";

/**
 * The area that an address names. Answers `not-found` for an area in which the actor has no part,
 * exactly as for one that does not exist.
 */
export const openArea = async (ctx: Context, slug: string): Promise<Area> => {
  const area = await findAreaBySlug(ctx.read, slug);
  return found(area !== undefined && maySeeArea(ctx.actor, area.id) ? area : undefined);
};

/** The areas in which the actor has a part; all of them for the operator. */
export const listMyAreas = async (ctx: Context): Promise<readonly Area[]> => {
  if (!isSignedIn(ctx.actor)) refuse({ kind: "sign-in-required" });
  const areas = await listAllAreas(ctx.read);
  return areas.filter((area) => maySeeArea(ctx.actor, area.id));
};
