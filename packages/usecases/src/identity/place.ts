import type { Read } from "@alongside/db";
import {
  findAreaName,
  findOpenZoneOfArea,
  findSchoolOfArea,
  listZoneIdsOfSchool,
} from "@alongside/db/views/identity-place";
import { findOpenOrganisation } from "@alongside/db/views/organisation";
import {
  faultsOfGrant,
  maySeeArea,
  mayGive,
  type AreaId,
  type Grant,
  type ZoneId,
} from "@alongside/domain/identity";
import { found, refuse, type Context } from "../context/index.ts";

/** The place of a role, in words, and the zones in which its school is. */
export type Place = {
  readonly areaName: string | undefined;
  readonly zoneName: string | undefined;
  readonly schoolName: string | undefined;
  readonly organisationName: string | undefined;
  readonly zoneIds: readonly ZoneId[];
};

const inArea = async (read: Read, areaId: AreaId, grant: Grant): Promise<Place> => {
  const { zoneId, urn, organisationId } = grant;
  const zone = zoneId === undefined ? undefined : await findOpenZoneOfArea(read, areaId, zoneId);
  const school = urn === undefined ? undefined : await findSchoolOfArea(read, areaId, urn);
  const organisation =
    organisationId === undefined
      ? undefined
      : await findOpenOrganisation(read, areaId, organisationId);
  return {
    areaName: await findAreaName(read, areaId),
    zoneName: zone?.name,
    schoolName: school?.name,
    organisationName: organisation?.name,
    zoneIds: urn === undefined ? [] : await listZoneIdsOfSchool(read, areaId, urn),
  };
};

const nowhere: Place = {
  areaName: undefined,
  zoneName: undefined,
  schoolName: undefined,
  organisationName: undefined,
  zoneIds: [],
};

export const placeOf = async (read: Read, grant: Grant): Promise<Place> =>
  grant.areaId === undefined ? nowhere : inArea(read, grant.areaId, grant);

/**
 * Goes on when the role may be given, by this actor, in this place. Refuses `invalid-input` when its places do not fit it,
 * `not-found` for an area, zone, school or organisation that is not there or not the actor's to know of, and `role-not-yours-to-give`.
 */
export const authoriseGiving = async (ctx: Context, read: Read, grant: Grant): Promise<Place> => {
  const fields = faultsOfGrant(grant);
  if (Object.keys(fields).length > 0) refuse({ kind: "invalid-input", fields });
  if (grant.areaId !== undefined) found(maySeeArea(ctx.actor, grant.areaId) ? grant : undefined);
  const place = await placeOf(read, grant);
  if (grant.areaId !== undefined) found(place.areaName);
  if (grant.zoneId !== undefined) found(place.zoneName);
  if (grant.urn !== undefined) found(place.schoolName);
  if (grant.organisationId !== undefined) found(place.organisationName);
  if (!mayGive(ctx.actor, { grant, zoneIds: place.zoneIds })) {
    refuse({ kind: "role-not-yours-to-give", role: grant.role });
  }
  return place;
};
