import type { Area } from "@alongside/db/views/area";
import { zoneShapes } from "@alongside/db/views/school";
import { authorise, type Context } from "../context/index.ts";
import { maySeeArea } from "@alongside/domain/identity";

/** The outline of the area and the shapes of its zones, in metres of the National Grid. */
export const getAreaShapes = async (ctx: Context, area: Area) => {
  authorise(maySeeArea(ctx.actor, area.id));
  return { outline: area.outline ?? [], zones: await zoneShapes(ctx.read, area.id) };
};
