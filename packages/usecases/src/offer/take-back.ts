import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { Need } from "@alongside/domain/need";
import type { OfferId } from "@alongside/domain/offer";
import type { Context } from "../context/index.ts";
import { openNeed, type PlacedNeed } from "../need/place.ts";
import { applyToOffer } from "./apply.ts";
import { findPlacedOffer } from "./place.ts";

const offerOutFor = (need: Need): OfferId | undefined => {
  const stands = need.state === "on-hold" ? need.before : need;
  return stands.state === "offered" ? stands.offer : undefined;
};

/**
 * A need that ends takes its offer with it: the offer is withdrawn, its days are free and its leader is told, in the transaction that
 * ends the need. The reason is said in our words: what was noted with the need is not the leader's to read.
 */
export const takeOfferBack =
  (area: Area, reason: string) =>
  async (ctx: Context, tx: Write, opened: PlacedNeed): Promise<PlacedNeed> => {
    const id = offerOutFor(opened.row.need);
    if (id === undefined) return opened;
    const command = { type: "withdraw", at: toInstant(ctx.now()), reason } as const;
    const placed = await findPlacedOffer(ctx, tx, { area, id });
    await applyToOffer(ctx, tx, { area, opened: placed, command });
    return openNeed(ctx, tx, { area, id: opened.row.id });
  };
