import { createHash } from "node:crypto";
import type { Read, Write } from "@alongside/db";
import { recordReply } from "@alongside/db/stores/offer";
import { findReply } from "@alongside/db/views/offer";
import { instantOf, type Context } from "./context.ts";

/** A key belongs to its sender, its verb and what it is about. */
export type RequestKey = {
  readonly sender: string;
  readonly about: string;
  readonly key: string;
};

/** What tells one request's words from another's, without keeping them. */
export const digestOf = (words: unknown): string =>
  createHash("sha256").update(JSON.stringify(words)).digest("base64url");

const keptUnder = ({ sender, about, key }: RequestKey): string => `${sender} ${about} ${key}`;

/** Guarantee: only `once` writes replies under these keys, and what a verb is about has replies of one shape. */
const toReply = <Reply>(reply: string): Reply => JSON.parse(reply) as Reply;

/** The reply that an earlier request of the same sender had for the same key. */
export const findKept = async <Reply>(
  read: Read,
  request: RequestKey,
): Promise<Reply | undefined> => {
  const known = await findReply(read, keptUnder(request));
  return known === undefined ? undefined : toReply<Reply>(known);
};

/**
 * Does the work once for a key that the sender chose: the same request sent again, because its answer was lost, is answered as the first
 * one was and changes nothing.
 */
export const once = async <Reply>(
  ctx: Context,
  tx: Write,
  request: {
    readonly key: string | undefined;
    readonly about: string;
    readonly work: () => Promise<Reply>;
  },
): Promise<Reply> => {
  if (request.key === undefined) return request.work();
  const sender = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
  const named = { sender, about: request.about, key: request.key };
  const kept = await findKept<Reply>(tx, named);
  if (kept !== undefined) return kept;
  const reply = await request.work();
  const key = keptUnder(named);
  await recordReply(tx, { key, reply: JSON.stringify(reply), at: instantOf(ctx) });
  return reply;
};
