import type { Read, Write } from "@alongside/db";
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

/** The key under which a reply is kept: it belongs to its sender, its verb and what it is about. */
const replyKey = (sender: string, about: string, key: string): string =>
  `${sender} ${about} ${key}`;

/** The reply that an earlier request of the same sender had for the same key. */
export const findKeptReply = async (
  read: Read,
  request: { readonly sender: string; readonly about: string; readonly key: string },
): Promise<OfferChanged | undefined> => {
  const known = await findReply(read, replyKey(request.sender, request.about, request.key));
  return known === undefined ? undefined : toReply(known);
};

/** What a reply to an answer is kept under. */
export const aboutAnswer = (id: OfferId): string => `offer-answer ${id}`;

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
  const kept = await findKeptReply(tx, { sender, about: request.about, key: request.key });
  if (kept !== undefined) return kept;
  const key = replyKey(sender, request.about, request.key);
  const reply = await request.work();
  await recordReply(tx, { key, reply: JSON.stringify(reply), at: instantOf(ctx) });
  return reply;
};
