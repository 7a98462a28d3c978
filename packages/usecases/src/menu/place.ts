import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listZoneIdsOfSchool } from "@alongside/db/views/identity-place";
import { findLeader } from "@alongside/db/views/leader";
import { findPackage, type StoredPackage } from "@alongside/db/views/menu";
import { findLastChange } from "@alongside/db/views/partnership";
import {
  mayAgreeMenu,
  mayPublishCapacity,
  type LeaderPlace,
  type PersonId,
} from "@alongside/domain/identity";
import { found, refuse, type Context } from "../context/index.ts";

/** Where a leader belongs, whoever asks; `not-found` for somebody who is none of this area. */
export const placeOfLeader = async (
  read: Read,
  area: Area,
  personId: PersonId,
): Promise<LeaderPlace> => {
  const { homeUrn, organisationId } = found(await findLeader(read, area.id, personId));
  const zoneIds = await listZoneIdsOfSchool(read, area.id, homeUrn);
  return { areaId: area.id, personId, homeUrn, organisationId, zoneIds };
};

/** A package that the actor may know of, and whether it is theirs to publish or to agree. */
export type PlacedPackage = {
  readonly stored: StoredPackage;
  readonly place: LeaderPlace;
  readonly isOwn: boolean;
  readonly isZones: boolean;
};

/** A package as the actor stands to it: everyone of the area knows those that are agreed; the others, its own side and the zone's. */
export const standTo = (
  ctx: Context,
  stored: StoredPackage,
  place: LeaderPlace,
): PlacedPackage | undefined => {
  const isOwn = mayPublishCapacity(ctx.actor, place);
  const isZones = mayAgreeMenu(ctx.actor, stored.row);
  const isSeen = stored.row.state === "agreed" || isOwn || isZones;
  return isSeen ? { stored, place, isOwn, isZones } : undefined;
};

/** The package, if the actor may know of it; any other answers `not-found`. */
export const openPackage = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: string },
): Promise<PlacedPackage> => {
  const { area, id } = given;
  const stored = found(await findPackage(read, area.id, id));
  return found(standTo(ctx, stored, await placeOfLeader(read, area, stored.row.personId)));
};

/** Refuses `changed-since`, with who and when, unless the package is still at the version that was seen. */
export const requirePackageVersion = async (
  read: Read,
  { stored }: PlacedPackage,
  seen: number,
): Promise<void> => {
  const { id, version } = stored.row;
  if (version === seen) return;
  const last = await findLastChange(read, { entity: "menu-package", entityId: id });
  const { by = "Someone else", at = "" } = last ?? {};
  refuse({ kind: "changed-since", version, by, at });
};
