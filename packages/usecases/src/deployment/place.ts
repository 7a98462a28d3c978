import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findDeployment, type StoredDeployment } from "@alongside/db/views/deployment";
import { listZoneIdsOfSchool } from "@alongside/db/views/identity-place";
import type { DeploymentId } from "@alongside/domain/deployment";
import { maySeeDeployment, type DeploymentPlace } from "@alongside/domain/identity";
import { found, type Context } from "../context/index.ts";

/** A deployment that the actor may know of, and where its two ends belong. */
export type PlacedDeployment = {
  readonly stored: StoredDeployment;
  readonly place: DeploymentPlace;
};

/** The one way to a deployment: its row, need, leader and schools, whoever asks. Refuses `not-found` outside its area. */
export const deploymentOf = async (
  read: Read,
  area: Pick<Area, "id">,
  id: DeploymentId,
): Promise<StoredDeployment> => found(await findDeployment(read, area.id, id));

/** Where both ends of a deployment belong now. */
export const placeOfDeployment = async (
  read: Read,
  { row, organisationId }: Pick<StoredDeployment, "row" | "organisationId">,
): Promise<DeploymentPlace> => {
  const { areaId, urn, homeUrn, personId } = row;
  const zoneIds = await listZoneIdsOfSchool(read, areaId, urn);
  const homeZoneIds = await listZoneIdsOfSchool(read, areaId, homeUrn);
  return {
    need: { areaId, urn, zoneIds },
    leader: { areaId, personId, homeUrn, organisationId, zoneIds: homeZoneIds },
  };
};

/** The deployment, if it is one that the actor may see; anybody else's answers `not-found`. */
export const openDeployment = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Pick<Area, "id">; readonly id: DeploymentId },
): Promise<PlacedDeployment> => {
  const stored = await deploymentOf(read, given.area, given.id);
  const place = await placeOfDeployment(read, stored);
  return found(maySeeDeployment(ctx.actor, place) ? { stored, place } : undefined);
};
