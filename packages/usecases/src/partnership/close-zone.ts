import type { Area } from "@alongside/db/views/area";
import { recordMembershipEnds, recordPanelEnd } from "@alongside/db/stores/partnership-zone";
import { listOpenMemberships } from "@alongside/db/views/partnership-zone";
import { mayAdministerArea } from "@alongside/domain/identity";
import { authorise, todayOf } from "../context/index.ts";
import type { IdentityContext } from "../identity/context.ts";
import { requireRecentProof } from "../identity/recent-proof.ts";
import { endCoordinatorRole, listCoordinatorsNow } from "./officer.ts";
import { openZoneSeen, recordZoneEvent, type ZoneSeen } from "./zone.ts";

/**
 * Closes a zone today: its schools are in no zone from now on, its coordinator's role and its panel end, and all of it stays on
 * record. Answers how many schools left. Refuses `not-found`, `zone-closed`, `changed-since`, `second-factor-stale`.
 */
export const closeZone = (
  ctx: IdentityContext,
  area: Area,
  input: ZoneSeen,
): Promise<{ readonly schools: number }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const zone = await openZoneSeen(tx, area, input);
    const today = todayOf(ctx);
    const coordinators = await listCoordinatorsNow(tx, zone);
    if (coordinators.length > 0) requireRecentProof(ctx);
    for (const coordinator of coordinators) {
      await endCoordinatorRole(ctx, tx, { zone, coordinator });
    }
    const members = (await listOpenMemberships(tx, area.id)).filter(
      ({ zoneId }) => zoneId === zone.id,
    );
    await recordMembershipEnds(
      tx,
      members.map(({ id }) => id),
      today,
    );
    await recordPanelEnd(tx, { zoneId: zone.id }, today);
    const event = { kind: "zone-closed", payload: { urns: members.map(({ urn }) => urn) } };
    await recordZoneEvent(ctx, tx, { zone, change: { closedOn: today }, event });
    return { schools: members.length };
  });
};
