import { recordDesignation, recordExpertise, recordLeader } from "@alongside/db/stores/leader";
import type { Write } from "@alongside/db";
import { instantOf, record, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationLeader } from "../leader/index.ts";

const loadOne = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: DemonstrationArea; readonly leader: DemonstrationLeader },
): Promise<void> => {
  const { area, leader } = given;
  const { personId, kind, homeUrn, organisationId } = leader;
  const named = { areaId: area.id, personId };
  await recordLeader(tx, { ...named, kind, homeUrn, organisationId, createdAt: instantOf(ctx) });
  for (const [index, { from, to, ...designation }] of leader.designations.entries()) {
    const id = `${personId.replace("person-", "designation-")}-${index + 1}`;
    await recordDesignation(tx, { ...named, ...designation, id, fromOn: from, toOn: to });
  }
  await recordExpertise(tx, named, leader.expertise);
  await record(ctx, tx, {
    areaId: area.id,
    entity: "leader",
    entityId: personId,
    entityVersion: 1,
    kind: "leader-added",
    payload: { kind, homeUrn },
  });
};

/** Writes the invented leaders with their designations and what they are good at. */
export const loadLeaders = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const leader of area.leaders) await loadOne(ctx, tx, { area, leader });
  });
