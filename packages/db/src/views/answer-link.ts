import { eq } from "drizzle-orm";
import type { Read } from "../connection.ts";
import { answerLinks } from "../schema/index.ts";

export type AnswerLinkRow = typeof answerLinks.$inferSelect;

/** The link of a token, by its hash. */
export const findAnswerLink = async (
  read: Read,
  tokenHash: string,
): Promise<AnswerLinkRow | undefined> =>
  (await read.select().from(answerLinks).where(eq(answerLinks.tokenHash, tokenHash)))[0];
