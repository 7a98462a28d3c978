import type { Instant } from "@alongside/domain/calendar";
import type { Context } from "@alongside/usecases/context";
import type { DemonstrationDeployment } from "../history/index.ts";

/** The same request at another moment by another person, for another school; the clock's own acts stay the command line's. */
export const actedFor = (
  ctx: Context,
  { by, onBehalfOf }: DemonstrationDeployment["begunBy"],
  at: Instant,
): Context => ({
  ...ctx,
  now: () => Date.parse(at),
  actor: by === null ? ctx.actor : { kind: "person", personId: by, name: "", grants: [] },
  onBehalfOf: onBehalfOf === null ? undefined : `school ${onBehalfOf}`,
});
