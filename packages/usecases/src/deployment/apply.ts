import type { Write } from "@alongside/db";
import { recordDeployment } from "@alongside/db/stores/deployment";
import type { Area } from "@alongside/db/views/area";
import {
  decideDeployment,
  dueAfter,
  evolveDeployment,
  type Deployment,
  type DeploymentCommand,
  type DeploymentEvent,
  type DeploymentId,
} from "@alongside/domain/deployment";
import { instantOf, orRefuse, record, type Context } from "../context/index.ts";
import { callOffVisits } from "../visit/call-off.ts";
import { toLoggedDeployment } from "./event.ts";
import { moveDays } from "./days.ts";
import { sendDeploymentMails } from "./mail.ts";
import { moveNeed } from "./need.ts";
import type { PlacedDeployment } from "./place.ts";

export type DeploymentChanged = {
  readonly id: DeploymentId;
  readonly version: number;
  readonly state: Deployment["state"];
};

/** An event of a deployment that was opened in this transaction, with what it made of the deployment. */
export type Happened = {
  readonly area: Area;
  readonly opened: PlacedDeployment;
  readonly before: Deployment;
  readonly after: Deployment;
  readonly event: DeploymentEvent;
};

/** Planned visits end with the work that they belong to. */
const endVisits = async (ctx: Context, tx: Write, happened: Happened): Promise<void> => {
  const { area, after, event } = happened;
  if (event.type !== "completed" && event.type !== "ended-early") return;
  const isComplete = event.type === "completed";
  const reason = isComplete ? "The work is complete" : event.reason;
  await callOffVisits(ctx, tx, { area, deployment: after.id, isComplete, reason });
};

/** Decides one command on a deployment that was opened in this transaction, and writes all that comes of it: versions, book, need and log. */
export const applyToDeployment = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly opened: PlacedDeployment;
    readonly command: DeploymentCommand;
  },
): Promise<DeploymentChanged> => {
  const { area, opened, command } = given;
  const { row } = opened.stored;
  const before = row.deployment;
  const event = orRefuse(decideDeployment(before, command));
  const after = evolveDeployment(before, event);
  const happened = { area, opened, before, after, event };
  const dueAt = dueAfter({ before, after, due: row.dueAt }, event.at);
  await recordDeployment(tx, row, { before, after, event, dueAt, changedAt: instantOf(ctx) });
  const version = row.version + 1;
  await record(ctx, tx, {
    areaId: area.id,
    entity: "deployment",
    entityId: row.id,
    entityVersion: version,
    ...toLoggedDeployment(event),
  });
  await moveDays(ctx, tx, happened);
  await endVisits(ctx, tx, happened);
  await moveNeed(ctx, tx, happened);
  await sendDeploymentMails(ctx, tx, { ...happened, dueAt });
  return { id: row.id, version, state: after.state };
};
