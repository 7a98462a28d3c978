import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import type { DeploymentCommand, DeploymentId } from "@alongside/domain/deployment";
import type { Actor, DeploymentPlace } from "@alongside/domain/identity";
import { authorise, type Context } from "../context/index.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { applyToDeployment, type DeploymentChanged } from "./apply.ts";
import { openDeployment, type PlacedDeployment } from "./place.ts";

/** A deployment and the version of its record that was seen. */
export type DeploymentSeen = { readonly id: DeploymentId; readonly version: number };

/** One thing that may be done to a deployment; no command where nothing would change. */
export type DeploymentAct = {
  readonly may: (actor: Actor, place: DeploymentPlace) => boolean;
  readonly commandFor: (
    opened: PlacedDeployment,
    tx: Write,
  ) => Promise<DeploymentCommand | undefined>;
};

/** Opens a deployment, checks that the actor may do this and saw its latest version, and does it, in one transaction. */
export const changeDeployment = (
  ctx: Context,
  area: Area,
  given: { readonly seen: DeploymentSeen; readonly act: DeploymentAct },
): Promise<DeploymentChanged> =>
  ctx.write(async (tx) => {
    const { seen, act } = given;
    const opened = await openDeployment(ctx, tx, { area, id: seen.id });
    authorise(act.may(ctx.actor, opened.place));
    const { id, version, state } = opened.stored.row;
    await requireVersion(tx, { entity: "deployment", entityId: id, version }, seen.version);
    const command = await act.commandFor(opened, tx);
    if (command === undefined) return { id, version, state };
    return applyToDeployment(ctx, tx, { area, opened, command });
  });
