import { recordInterest, recordPackage } from "@alongside/db/stores/menu";
import type { Write } from "@alongside/db";
import { record, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationPackage } from "../history/index.ts";
import { actedBy } from "./capacity.ts";

type Loading = {
  readonly area: DemonstrationArea;
  readonly told: DemonstrationPackage;
  /** The zone has not said yet. */
  readonly isWaiting: boolean;
};

const loadPackage = async (ctx: Context, tx: Write, given: Loading): Promise<void> => {
  const { area, told, isWaiting } = given;
  const { id, zoneId, leaderId, title, area: focus, halfDays, includes, publishedAt } = told;
  await recordPackage(tx, {
    id,
    areaId: area.id,
    zoneId,
    personId: leaderId,
    title,
    area: focus,
    halfDays,
    includes,
    state: isWaiting ? "proposed" : "agreed",
    answer: isWaiting ? "" : "Agreed by the panel",
    publishedAt,
    changedAt: publishedAt,
  });
  await record(actedBy(ctx, leaderId, publishedAt), tx, {
    areaId: area.id,
    entity: "menu-package",
    entityId: id,
    entityVersion: 1,
    kind: "package-published",
    payload: { title },
  });
  if (isWaiting) return;
  for (const urn of told.interested) {
    const interest = { packageId: id, urn, since: publishedAt, by: "command-line", needId: null };
    await recordInterest(tx, interest);
  }
};

/** Writes the invented packages of the zones' menus; the latest still waits for its zone. */
export const loadMenu = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    const { packages } = area.history;
    for (const told of packages) {
      await loadPackage(ctx, tx, { area, told, isWaiting: told === packages.at(-1) });
    }
  });
