import type { Write } from "@alongside/db";
import { recordReply } from "@alongside/db/stores/offer";
import { findReply } from "@alongside/db/views/offer";
import type { Offer, OfferId } from "@alongside/domain/offer";
import { instantOf, type Context } from "../context/index.ts";

export type OfferChanged = {
  readonly id: OfferId;
  readonly version: number;
  readonly state: Offer["state"];
};

/** Guarantee: only `once` writes replies under these keys, and it writes an `OfferChanged`. */
const toReply = (reply: string): OfferChanged => JSON.parse(reply) as OfferChanged;

/**
 * Does the work once for a key that the sender chose: the same request sent again, because its answer was lost, is answered as the first
 * one was and changes nothing. A key belongs to its sender, its verb and what it is about.
 */
export const once = async (
  ctx: Context,
  tx: Write,
  request: {
    readonly key: string | undefined;
    readonly about: string;
    readonly work: () => Promise<OfferChanged>;
  },
): Promise<OfferChanged> => {
  if (request.key === undefined) return request.work();
  const sender = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
  const key = `${sender} ${request.about} ${request.key}`;
  const known = await findReply(tx, key);
  if (known !== undefined) return toReply(known);
  const reply = await request.work();
  await recordReply(tx, { key, reply: JSON.stringify(reply), at: instantOf(ctx) });
  return reply;
};
