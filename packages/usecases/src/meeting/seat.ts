import { listAreasOfSeats as areasOfSeats } from "@alongside/db/views/meeting";
import type { AreaId } from "@alongside/domain/identity";
import { todayOf, type Context } from "../context/index.ts";

/** The areas in which the actor sits on a board or in a group today. */
export const listAreasOfSeats = async (ctx: Context): Promise<readonly AreaId[]> =>
  ctx.actor.kind === "person" ? areasOfSeats(ctx.read, ctx.actor.personId, todayOf(ctx)) : [];
