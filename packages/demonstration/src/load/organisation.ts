import { recordOrganisation } from "@alongside/db/stores/organisation";
import { instantOf, record, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";

/** Writes the invented organisations that look after leaders' days. */
export const loadOrganisations = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const { id, name, kind } of area.organisations) {
      await recordOrganisation(tx, { id, areaId: area.id, name, kind, createdAt: instantOf(ctx) });
      await record(ctx, tx, {
        areaId: area.id,
        entity: "organisation",
        entityId: id,
        entityVersion: 1,
        kind: "organisation-added",
        payload: { name, kind },
      });
    }
  });
