import { hashToken, isToken } from "@alongside/auth";
import type { Read } from "@alongside/db";
import { findArea, type Area } from "@alongside/db/views/area";
import { findAnswerLink, type AnswerLinkRow } from "@alongside/db/views/answer-link";
import { findRightsOf } from "@alongside/db/views/identity";
import { whyClosed, type Actor } from "@alongside/domain/identity";
import { refuse, type Context } from "../context/index.ts";
import { answerLinkLimit, countAttempts } from "../identity/throttle.ts";

/** A link that opens something now, the area that it is in, and the request as it would be made by whom it was mailed to. */
export type OpenedLink = {
  readonly link: AnswerLinkRow;
  readonly area: Area;
  readonly ctx: Context;
};

export type LinkGiven = {
  readonly token: string;
  /** Where the request comes from: links that open nothing are counted on it. */
  readonly address: string;
};

/** Counts a link that opens nothing, outside the work that it would have done. Refuses `too-many-attempts`, else `link-closed`. */
export const refuseUnknown = async (ctx: Context, { address }: LinkGiven): Promise<never> => {
  await ctx.write((tx) => countAttempts(ctx, tx, [answerLinkLimit(address)]));
  return refuse({ kind: "link-closed", reason: "unknown" });
};

/**
 * The person of a link as an actor: with what they are now as a leader or head in the area of the link, and no other part. Whoever has
 * lost the part has lost the link.
 */
const actorOfLink = async (read: Read, { personId, areaId }: AnswerLinkRow): Promise<Actor> => {
  const rights = await findRightsOf(read, personId);
  if (rights === undefined) return refuse({ kind: "link-closed", reason: "revoked" });
  const grants = rights.grants.filter(
    (grant) => grant.areaId === areaId && (grant.role === "leader" || grant.role === "head"),
  );
  return { kind: "person", personId, name: rights.name, grants };
};

/** The row of a token that could be one of ours; undefined for every other text. */
export const findLinkOf = async (read: Read, token: string): Promise<AnswerLinkRow | undefined> =>
  isToken(token) ? findAnswerLink(read, hashToken(token)) : undefined;

/** What a link opens now. Looking uses nothing up. Refuses `link-closed` when it was used, has run out or was replaced. */
export const openLink = async (
  ctx: Context,
  read: Read,
  link: AnswerLinkRow,
): Promise<OpenedLink> => {
  const { expiresAt, usedAt, replacedAt } = link;
  const state = { expiresAt, isUsed: usedAt !== null, isRevoked: replacedAt !== null };
  const reason = whyClosed(state, ctx.now());
  if (reason !== undefined) refuse({ kind: "link-closed", reason });
  const area = await findArea(read, link.areaId);
  if (area === undefined) return refuse({ kind: "link-closed", reason: "unknown" });
  const actor = await actorOfLink(read, link);
  return { link, area, ctx: { ...ctx, actor, onBehalfOf: undefined } };
};
