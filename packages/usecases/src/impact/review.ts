import { recordReview } from "@alongside/db/stores/impact";
import type { Area } from "@alongside/db/views/area";
import { findReview } from "@alongside/db/views/impact";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { DeploymentId } from "@alongside/domain/deployment";
import { mayReviewWork } from "@alongside/domain/identity";
import type { Track } from "@alongside/domain/impact";
import type { IsoDate } from "@alongside/domain/school";
import { authorise, record, refuse, todayOf, type Context } from "../context/index.ts";
import { openDeployment } from "../deployment/place.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { personOf } from "./reading.ts";

export type Review = {
  readonly deploymentId: DeploymentId;
  /** Of the review that was seen; 0 where there was none. */
  readonly version: number;
  readonly heldOn: IsoDate;
  readonly track: Track;
  readonly summary: string;
  /** What is done differently from now on. */
  readonly change: string;
};

/** Writes the look half-way while the work goes on. Refuses `not-to-be-read` before and after. */
export const saveReview = (
  ctx: Context,
  area: Area,
  input: Review,
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { deploymentId, version: seen, heldOn, track, summary, change } = input;
    const { stored, place } = await openDeployment(ctx, tx, { area, id: deploymentId });
    authorise(mayReviewWork(ctx.actor, place));
    const { state } = stored.row;
    if (state !== "active" && state !== "paused") refuse({ kind: "not-to-be-read", state });
    if (heldOn > todayOf(ctx))
      refuse({ kind: "invalid-input", fields: { heldOn: "Choose today or an earlier day" } });
    const version = (await findReview(tx, deploymentId))?.row.version ?? 0;
    const entity = { entity: "mid-point-review", entityId: deploymentId };
    await requireVersion(tx, { ...entity, version }, seen);
    const at = toInstant(ctx.now());
    const said = { heldOn, track, summary, change, by: personOf(ctx), at, version: version + 1 };
    await recordReview(tx, { deploymentId, areaId: area.id, ...said });
    const logged = { areaId: area.id, ...entity, entityVersion: version + 1 };
    await record(ctx, tx, { ...logged, kind: "work-reviewed", payload: { track, heldOn } });
    return { version: version + 1 };
  });
