import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { DeploymentId, Evaluation, Side } from "@alongside/domain/deployment";
import { mayEvaluateAs } from "@alongside/domain/identity";
import { faultsOfAnswers } from "@alongside/domain/impact";
import { authorise, refuse, type Context } from "../context/index.ts";
import { applyToDeployment, type DeploymentChanged } from "../deployment/index.ts";
import { openDeployment } from "../deployment/place.ts";
import { forLeader } from "../leader/place.ts";
import { forSchool } from "../need/place.ts";

/**
 * One side says what came of the work. The other sees it once it has answered too. Refuses `already-evaluated`, and `wrong-state` before the
 * work is complete.
 */
export const evaluateWork = (
  ctx: Context,
  area: Area,
  input: {
    readonly id: DeploymentId;
    readonly side: Side;
    readonly answers: Evaluation["answers"];
  },
): Promise<DeploymentChanged> =>
  ctx.write(async (tx) => {
    const { id, side, answers } = input;
    const opened = await openDeployment(ctx, tx, { area, id });
    authorise(mayEvaluateAs(ctx.actor, opened.place, side));
    const fields = faultsOfAnswers(side, answers);
    if (fields !== undefined) refuse({ kind: "invalid-input", fields });
    const { leader, need } = opened.place;
    const acting = side === "leader" ? forLeader(ctx, leader) : forSchool(ctx, need);
    const command = { type: "evaluate", at: toInstant(ctx.now()), side, answers } as const;
    return applyToDeployment(acting, tx, { area, opened, command });
  });
