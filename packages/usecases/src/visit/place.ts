import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listZoneIdsOfSchool } from "@alongside/db/views/identity-place";
import { findVisit, type StoredVisit } from "@alongside/db/views/visit";
import { maySeeDeployment, type DeploymentPlace } from "@alongside/domain/identity";
import type { VisitId } from "@alongside/domain/visit";
import { found, type Context } from "../context/index.ts";

/** A visit that the actor may know of, and where its two ends belong. */
export type PlacedVisit = { readonly stored: StoredVisit; readonly place: DeploymentPlace };

type Zones = (urn: number) => readonly DeploymentPlace["need"]["zoneIds"][number][];

/** Where a visit's two ends belong, given the zones of both schools. */
const placeOfVisit = (
  { row, homeUrn, organisationId }: StoredVisit,
  zonesOf: Zones,
): DeploymentPlace => {
  const { areaId, urn, personId } = row;
  return {
    need: { areaId, urn, zoneIds: zonesOf(urn) },
    leader: { areaId, personId, homeUrn, organisationId, zoneIds: zonesOf(homeUrn) },
  };
};

/** The visit, if it is one that the actor may see; anybody else's answers `not-found`. */
export const openVisit = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: VisitId },
): Promise<PlacedVisit> => {
  const { area, id } = given;
  const stored = found(await findVisit(read, area.id, id));
  const zones = await listZoneIdsOfSchool(read, area.id, stored.row.urn);
  const homeZones = await listZoneIdsOfSchool(read, area.id, stored.homeUrn);
  const place = placeOfVisit(stored, (urn) => (urn === stored.row.urn ? zones : homeZones));
  return found(maySeeDeployment(ctx.actor, place) ? { stored, place } : undefined);
};
