import type { Area } from "@alongside/db/views/area";
import { recordLeaderChange } from "@alongside/db/stores/leader";
import { findOpenOrganisation } from "@alongside/db/views/organisation";
import { mayManageLeaders, type OrganisationId, type PersonId } from "@alongside/domain/identity";
import { authorise, found, record, type Context } from "../context/index.ts";
import { openLeader } from "../leader/place.ts";
import { requireVersion } from "../partnership/changed-since.ts";

export type LeaderPlacement = {
  readonly personId: PersonId;
  readonly version: number;
  /** Null takes the leader out of the one that they are in. */
  readonly organisationId: OrganisationId | null;
};

/**
 * Says which organisation looks after a leader's days. Refuses `not-found` for a leader or an organisation that is not there, or closed,
 * and `changed-since`. Answers whether that changed anything.
 */
export const placeLeader = (
  ctx: Context,
  area: Area,
  input: LeaderPlacement,
): Promise<{ readonly changed: boolean }> => {
  authorise(mayManageLeaders(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const { personId, organisationId } = input;
    const { row } = await openLeader(ctx, tx, { area, personId });
    if (organisationId !== null) found(await findOpenOrganisation(tx, area.id, organisationId));
    if (row.organisationId === organisationId) return { changed: false };
    const state = { entity: "leader", entityId: personId, version: row.version };
    await requireVersion(tx, state, input.version);
    await recordLeaderChange(tx, row, { organisationId });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "leader",
      entityId: personId,
      entityVersion: row.version + 1,
      kind: "leader-placed",
      payload: { organisationId, before: row.organisationId },
    });
    return { changed: true };
  });
};
