import { findLastNumber, listChangedBetween } from "@alongside/db/views/change";
import type { Area } from "@alongside/db/views/area";
import { toCapacityLineId } from "@alongside/domain/capacity";
import { toConcernId } from "@alongside/domain/concern";
import { toDeploymentId } from "@alongside/domain/deployment";
import { maySeeArea, needScopeOf } from "@alongside/domain/identity";
import { toNeedId } from "@alongside/domain/need";
import { toOfferId } from "@alongside/domain/offer";
import { openLine } from "../capacity/line.ts";
import { openConcern } from "../concern/place.ts";
import { found, RefusedError, type Context } from "../context/index.ts";
import { openDeployment } from "../deployment/place.ts";
import { openNeed } from "../need/place.ts";
import { openOffer } from "../offer/place.ts";

/** A record of which something new can be asked for. Not what happened: who may read it asks for it. */
export type Change = { readonly entity: string; readonly id: string };

export type Changes = {
  /** The number of the log up to which this has looked. */
  readonly upTo: number;
  /** Too much has happened to name it: everything shown may be out of date. */
  readonly isAll: boolean;
  readonly changes: readonly Change[];
};

type Open = (ctx: Context, area: Area, id: string) => Promise<unknown>;

/** How each kind of record is opened by whoever may see it. */
const opens: Readonly<Record<string, Open>> = {
  need: (ctx, area, id) => openNeed(ctx, ctx.read, { area, id: toNeedId(id) }),
  offer: (ctx, area, id) => openOffer(ctx, ctx.read, { area, id: toOfferId(id) }),
  deployment: (ctx, area, id) => openDeployment(ctx, ctx.read, { area, id: toDeploymentId(id) }),
  /** Not even that there is one is told to staff who do not handle it. */
  concern: (ctx, area, id) => openConcern(ctx, ctx.read, { area, id: toConcernId(id) }),
  "capacity-line": (ctx, area, id) => openLine(ctx, ctx.read, { area, id: toCapacityLineId(id) }),
};

const isSeen = async (ctx: Context, area: Area, { entity, id }: Change): Promise<boolean> => {
  const open = opens[entity];
  // Of all other records only those learn that they changed who keep a queue: the partnership's staff.
  if (open === undefined) return needScopeOf(ctx.actor, area.id) !== undefined;
  try {
    await open(ctx, area, id);
    return true;
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
};

/** The last number of the log. */
export const lastNumber = (ctx: Context): Promise<number> => findLastNumber(ctx.read);

const mostNamed = 200;

/**
 * Which records of an area changed after a number of the log, of those that the actor may see now. Another's record is not named, not even
 * that there is one. Refuses `not-found` to whoever has no part in the area.
 */
export const changesAfter = async (ctx: Context, area: Area, after: number): Promise<Changes> => {
  found(maySeeArea(ctx.actor, area.id) ? area : undefined);
  const upTo = await findLastNumber(ctx.read);
  if (upTo <= after) return { upTo: after, isAll: false, changes: [] };
  const changed = await listChangedBetween(ctx.read, { areaId: area.id, after, upTo });
  if (changed.length > mostNamed) return { upTo, isAll: true, changes: [] };
  const seen: Change[] = [];
  for (const change of changed) if (await isSeen(ctx, area, change)) seen.push(change);
  return { upTo, isAll: false, changes: seen };
};
