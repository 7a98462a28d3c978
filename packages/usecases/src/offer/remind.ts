import type { Area } from "@alongside/db/views/area";
import type { OfferId } from "@alongside/domain/offer";
import { awaitedOf } from "@alongside/domain/offer";
import { authorise, record, refuse, type Context } from "../context/index.ts";
import { mayActFor } from "./answer.ts";
import { sendOfferLetter } from "./mail.ts";
import { openOffer } from "./place.ts";

/**
 * Mails the side whose answer is awaited once more, with a new link; the one that was mailed before opens nothing from then on. For those
 * who broker the offer; refuses `wrong-state` when nobody's answer is awaited.
 */
export const remindOfOffer = (
  ctx: Context,
  area: Area,
  input: { readonly id: OfferId },
): Promise<{ readonly reminded: string }> =>
  ctx.write(async (tx) => {
    const opened = await openOffer(ctx, tx, { area, id: input.id });
    authorise(mayActFor(ctx.actor, opened.place, "coordinator"));
    const { row } = opened.stored;
    const side = awaitedOf(row.offer);
    if (side === null)
      return refuse({ kind: "wrong-state", machine: "offer", state: row.state, command: "answer" });
    await sendOfferLetter(ctx, tx, { area, row, after: row.offer, side, template: "offer-due" });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "offer",
      entityId: row.id,
      entityVersion: row.version,
      kind: "offer-reminded",
      payload: { side },
    });
    return { reminded: side };
  });
