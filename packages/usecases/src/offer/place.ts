import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listZoneIdsOfSchool } from "@alongside/db/views/identity-place";
import { findOffer, type StoredOffer } from "@alongside/db/views/offer";
import {
  isHomeHead,
  offerViewOf,
  type OfferPlace,
  type OfferView,
} from "@alongside/domain/identity";
import type { Offer, OfferId } from "@alongside/domain/offer";
import { found, type Context } from "../context/index.ts";

/** An offer that the actor may know of, where its two ends belong, and how much of the need the actor sees. */
export type PlacedOffer = {
  readonly stored: StoredOffer;
  readonly place: OfferPlace;
  readonly view: OfferView;
};

/** Whether the leader has said yes and nobody has said no since: then the need has a name. */
export const isAccepted = ({ state }: Pick<Offer, "state">): boolean =>
  state === "accepted" || state === "released" || state === "confirmed";

type Zones = (urn: number) => readonly OfferPlace["need"]["zoneIds"][number][];

/** Where an offer belongs, given the zones of both schools; and what the actor sees of its need. */
export const placeOffer = (ctx: Context, stored: StoredOffer, zonesOf: Zones): PlacedOffer => {
  const { row, organisationId } = stored;
  const { areaId, urn, homeUrn, personId, state } = row;
  const place: OfferPlace = {
    need: { areaId, urn, zoneIds: zonesOf(urn) },
    leader: { areaId, personId, homeUrn, organisationId, zoneIds: zonesOf(homeUrn) },
  };
  const wasAnswered = state !== "proposed" && state !== "sent";
  const isSent = state !== "proposed";
  const view = offerViewOf(ctx.actor, place, { isSent, isAccepted: isAccepted(row), wasAnswered });
  return { stored, place, view };
};

/** The offer, whoever asks: for the clock, and for `openOffer`. */
export const findPlacedOffer = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Pick<Area, "id">; readonly id: OfferId },
): Promise<PlacedOffer> => {
  const { area, id } = given;
  const stored = found(await findOffer(read, area.id, id));
  const { urn, homeUrn } = stored.row;
  const zones = await listZoneIdsOfSchool(read, area.id, urn);
  const homeZones = await listZoneIdsOfSchool(read, area.id, homeUrn);
  return placeOffer(ctx, stored, (school) => (school === urn ? zones : homeZones));
};

/** The offer, if it is one that the actor may see; anybody else's answers `not-found`. */
export const openOffer = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: OfferId },
): Promise<PlacedOffer> => {
  const opened = await findPlacedOffer(ctx, read, given);
  return found(opened.view === "nothing" ? undefined : opened);
};

/** The same request, with the home school named in the record when its head is not the one who does it. */
export const forHomeSchool = (ctx: Context, { leader }: OfferPlace): Context =>
  isHomeHead(ctx.actor, leader) ? ctx : { ...ctx, onBehalfOf: `school ${leader.homeUrn}` };
