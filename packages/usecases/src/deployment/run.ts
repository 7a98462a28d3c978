import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { mayRunDeployment } from "@alongside/domain/identity";
import type { DeploymentCommand } from "@alongside/domain/deployment";
import type { Context } from "../context/index.ts";
import { changeDeployment, type DeploymentSeen } from "./act.ts";
import type { DeploymentChanged } from "./apply.ts";

type Commanded<Input> = (input: Input, at: DeploymentCommand["at"]) => DeploymentCommand;

const running =
  <Input extends DeploymentSeen>(toCommand: Commanded<Input>) =>
  (ctx: Context, area: Area, input: Input): Promise<DeploymentChanged> =>
    changeDeployment(ctx, area, {
      seen: input,
      act: {
        may: mayRunDeployment,
        commandFor: async () => toCommand(input, toInstant(ctx.now())),
      },
    });

type WithReason = DeploymentSeen & { readonly reason: string };

/** Stops the work for a while, with the reason; the days stay promised. */
export const pauseDeployment = running<WithReason>(({ reason }, at) => ({
  type: "pause",
  at,
  reason,
}));

/** Takes paused work up again. */
export const resumeDeployment = running<DeploymentSeen>((_, at) => ({ type: "resume", at }));

/** Says that the agreed work is done: days that were not used are given up, and both sides evaluate. Refuses `amendment-open`. */
export const completeDeployment = running<DeploymentSeen>((_, at) => ({ type: "complete", at }));

/** Closes work that both sides have evaluated. */
export const closeDeployment = running<DeploymentSeen>((_, at) => ({ type: "close", at }));

/** Ends the work before its time, with the reason; what was not delivered goes back to the leader. */
export const endEarly = running<WithReason>(({ reason }, at) => ({
  type: "end-early",
  at,
  reason,
}));
