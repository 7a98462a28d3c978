import type { Actor } from "@alongside/domain/identity";
import { findArea } from "@alongside/db/views/area";
import { found, type Context } from "@alongside/usecases/context";
import { getAlerts, handleAlert, raiseAlerts } from "@alongside/usecases/impact";
import type { DemonstrationArea } from "../area.ts";

const words =
  "Asked the body that awards it for the day of the review. The work goes on until then.";

/** Raises what the clock would raise about leaders with work elsewhere; an officer has dealt with the first. */
export const loadAlerts = async (ctx: Context, area: DemonstrationArea): Promise<void> => {
  const known = found(await findArea(ctx.read, area.id));
  await raiseAlerts(ctx);
  const officer = area.signIns.find(({ role }) => role === "officer");
  const person = area.people.find(({ id }) => id === officer?.personId);
  if (person === undefined) throw new Error("no officer signs in");
  const actor: Actor = { kind: "person", personId: person.id, name: "", grants: person.grants };
  const acting = { ...ctx, actor };
  const { alerts } = await getAlerts(acting, known);
  for (const { id, version } of alerts.slice(1, 2))
    await handleAlert(acting, known, { id, version, words });
};
