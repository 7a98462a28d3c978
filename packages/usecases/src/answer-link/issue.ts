import { hashToken } from "@alongside/auth";
import type { Write } from "@alongside/db";
import { recordAnswerLink, type NewAnswerLink } from "@alongside/db/stores/answer-link";
import { mailSeal } from "@alongside/domain/identity";
import type { Context } from "../context/index.ts";

/**
 * Makes the link of a mail that is about to be written: bound to one answer of one person, until an instant, and instead of the one that
 * was mailed before. Answers the token, sealed for the mail; nothing where the request has no means to seal it.
 */
export const issueAnswerLink = async (
  ctx: Context,
  tx: Write,
  link: Omit<NewAnswerLink, "tokenHash" | "createdAt">,
): Promise<Readonly<Record<string, string>>> => {
  if (ctx.auth === undefined) return {};
  const token = ctx.auth.newToken();
  await recordAnswerLink(tx, { ...link, tokenHash: hashToken(token), createdAt: ctx.now() });
  return { sealedToken: ctx.auth.seal.close(token, mailSeal) };
};
