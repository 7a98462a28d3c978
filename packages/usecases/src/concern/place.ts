import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findConcern, type StoredConcern } from "@alongside/db/views/concern";
import type { ConcernId } from "@alongside/domain/concern";
import { mayHandleConcern } from "@alongside/domain/identity";
import { found, type Context } from "../context/index.ts";
import { placeOfSchool } from "../need/place.ts";

/** The concern, if it is one that the actor handles; anybody else's answers `not-found`. */
export const openConcern = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: ConcernId },
): Promise<StoredConcern> => {
  const { area, id } = given;
  const stored = found(await findConcern(read, area.id, id));
  const place = await placeOfSchool(read, area, stored.row.urn);
  return found(mayHandleConcern(ctx.actor, place) ? stored : undefined);
};
