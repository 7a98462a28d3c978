import type { Area } from "@alongside/db/views/area";
import { recordWatch, recordWatchEnded } from "@alongside/db/stores/queue";
import { needScopeOf } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import { found, instantOf, refuse, type Context } from "../context/index.ts";
import { openNeed } from "../need/place.ts";

/** Keeps an eye on a need, or no longer: a person's own mark, for those who have a queue. Doing it twice is doing it once. */
export const watchNeed = (
  ctx: Context,
  area: Area,
  input: { readonly id: NeedId; readonly isWatched: boolean },
): Promise<void> =>
  ctx.write(async (tx) => {
    const { actor } = ctx;
    found(needScopeOf(actor, area.id));
    const { row } = await openNeed(ctx, tx, { area, id: input.id });
    if (actor.kind !== "person" || row.state === "draft") return refuse({ kind: "not-found" });
    const watch = { needId: row.id, personId: actor.personId };
    await (input.isWatched ? recordWatch(tx, watch, instantOf(ctx)) : recordWatchEnded(tx, watch));
  });
