import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listPreparedOffers } from "@alongside/db/views/offer";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { Need, NeedId } from "@alongside/domain/need";
import type { OfferId } from "@alongside/domain/offer";
import type { Context } from "../context/index.ts";
import { openNeed, type PlacedNeed } from "../need/place.ts";
import { applyToOffer } from "./apply.ts";
import { findPlacedOffer } from "./place.ts";

const offerOutFor = (need: Need): OfferId | undefined => {
  const stands = need.state === "on-hold" ? need.before : need;
  return stands.state === "offered" ? stands.offer : undefined;
};

/** What was prepared for a need is taken back once an offer for it goes out, to whomever: it would wait to be sent for ever. Nobody outside saw it. */
export const takePreparedBack = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly needId: NeedId },
): Promise<void> => {
  const { area, needId } = given;
  const at = toInstant(ctx.now());
  const reason = "An offer for this need was sent";
  for (const id of await listPreparedOffers(tx, needId)) {
    const opened = await findPlacedOffer(ctx, tx, { area, id });
    await applyToOffer(ctx, tx, { area, opened, command: { type: "withdraw", at, reason } });
  }
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
