import type { Write } from "@alongside/db";
import { recordReading, recordReadingTakenBack } from "@alongside/db/stores/impact";
import type { Area } from "@alongside/db/views/area";
import { listObjectives } from "@alongside/db/views/deployment";
import { findReading, listReadings } from "@alongside/db/views/impact";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { DeploymentId, DeploymentState, ObjectiveId } from "@alongside/domain/deployment";
import { mayAddReading, type PersonId } from "@alongside/domain/identity";
import { addReading as decideReading, type Reading } from "@alongside/domain/impact";
import {
  authorise,
  found,
  once,
  orRefuse,
  record,
  refuse,
  type Context,
} from "../context/index.ts";
import { openDeployment, type PlacedDeployment } from "../deployment/place.ts";
import { toTracked } from "./objective.ts";

const readable: readonly DeploymentState[] = ["active", "paused", "completing", "evaluated"];

/** Readings belong to work that all have signed and that is not closed. Refuses `not-to-be-read`. */
export const requireReadable = (state: DeploymentState): void => {
  if (!readable.includes(state)) refuse({ kind: "not-to-be-read", state });
};

export const personOf = ({ actor }: Context): PersonId =>
  actor.kind === "person" ? actor.personId : refuse({ kind: "sign-in-required" });

const openForReading = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly id: DeploymentId },
): Promise<PlacedDeployment> => {
  const opened = await openDeployment(ctx, tx, given);
  authorise(mayAddReading(ctx.actor, opened.place));
  requireReadable(opened.stored.row.state);
  return opened;
};

export type NewReading = Reading & {
  readonly deploymentId: DeploymentId;
  readonly objectiveId: ObjectiveId;
  readonly key?: string | undefined;
};

/** Adds a reading of an objective, once for a key. Refuses as the rules of readings do. */
export const addReading = (
  ctx: Context,
  area: Area,
  input: NewReading,
): Promise<{ readonly id: string }> =>
  ctx.write(async (tx) => {
    const { deploymentId, objectiveId, key, ...reading } = input;
    const { stored } = await openForReading(ctx, tx, { area, id: deploymentId });
    const work = async () => {
      const objectives = await listObjectives(tx, deploymentId);
      const objective = found(objectives.find(({ id }) => id === objectiveId));
      const standing = (await listReadings(tx, deploymentId)).filter(
        ({ row }) => row.objectiveId === objectiveId && row.takenBackAt === null,
      );
      const at = toInstant(ctx.now());
      const tracked = toTracked(
        objective,
        standing.map(({ row }) => row),
      );
      orRefuse(decideReading(tracked, reading, at));
      const id = ctx.newId();
      const { value, date } = reading;
      const source = reading.source.trim();
      const added = { value, date, source, addedBy: personOf(ctx), addedAt: at };
      await recordReading(tx, { id, areaId: area.id, deploymentId, objectiveId, ...added });
      await record(ctx, tx, {
        areaId: area.id,
        entity: "deployment",
        entityId: deploymentId,
        entityVersion: stored.row.version,
        kind: "reading-added",
        payload: { objective: objectiveId, value, date, source },
      });
      return { id };
    };
    return once(ctx, tx, { key, about: `reading ${objectiveId}`, work });
  });

/** Takes back a reading that was wrong, with the reason; it stays on the page, struck out. Refuses `reading-taken-back`. */
export const takeBackReading = (
  ctx: Context,
  area: Area,
  input: { readonly id: string; readonly reason: string },
): Promise<{ readonly id: string }> =>
  ctx.write(async (tx) => {
    const row = found(await findReading(tx, area.id, input.id));
    const { stored } = await openForReading(ctx, tx, { area, id: row.deploymentId });
    if (row.takenBackAt !== null) refuse({ kind: "reading-taken-back" });
    const reason = input.reason.trim();
    if (reason === "") refuse({ kind: "words-needed", field: "reason" });
    const takenBackAt = toInstant(ctx.now());
    const taken = { takenBackAt, takenBackBy: personOf(ctx), takenBackReason: reason };
    await recordReadingTakenBack(tx, row.id, taken);
    await record(ctx, tx, {
      areaId: area.id,
      entity: "deployment",
      entityId: row.deploymentId,
      entityVersion: stored.row.version,
      kind: "reading-taken-back",
      payload: { objective: row.objectiveId, reason },
    });
    return { id: row.id };
  });
