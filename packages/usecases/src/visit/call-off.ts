import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listVisitsOf } from "@alongside/db/views/visit";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { DeploymentId } from "@alongside/domain/deployment";
import { refuse, todayOf, type Context } from "../context/index.ts";
import { applyToVisit } from "./apply.ts";

/**
 * Calls off the planned visits of work that came to an end; its days were given back with the work. Refuses `visit-not-recorded` where the
 * work is called complete and a visit that has been has no record: its days would be lost.
 */
export const callOffVisits = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly deployment: DeploymentId;
    readonly isComplete: boolean;
    readonly reason: string;
  },
): Promise<void> => {
  const { area, deployment, isComplete, reason } = given;
  const visits = await listVisitsOf(tx, deployment);
  const today = todayOf(ctx);
  for (const stored of visits) {
    if (stored.row.state !== "planned") continue;
    const { date } = stored.row;
    if (isComplete && date < today) refuse({ kind: "visit-not-recorded", date });
    const command = { type: "cancel", at: toInstant(ctx.now()), reason } as const;
    await applyToVisit(ctx, tx, { area, stored, command, isUnbooked: true });
  }
};
