import { and, eq, isNull } from "drizzle-orm";
import type { Write } from "../connection.ts";
import { answerLinks } from "../schema/index.ts";

export type NewAnswerLink = Omit<typeof answerLinks.$inferInsert, "usedAt" | "replacedAt">;

/** Writes a link; it replaces those that the same person has for the same answer. */
export const recordAnswerLink = async (tx: Write, link: NewAnswerLink): Promise<void> => {
  await tx
    .update(answerLinks)
    .set({ replacedAt: link.createdAt })
    .where(
      and(
        eq(answerLinks.aboutId, link.aboutId),
        eq(answerLinks.personId, link.personId),
        eq(answerLinks.purpose, link.purpose),
        isNull(answerLinks.usedAt),
        isNull(answerLinks.replacedAt),
      ),
    );
  await tx.insert(answerLinks).values(link);
};

/** Uses a link up, in the transaction of its one effect. */
export const recordAnswerLinkUsed = async (
  tx: Write,
  tokenHash: string,
  usedAt: number,
): Promise<void> => {
  await tx.update(answerLinks).set({ usedAt }).where(eq(answerLinks.tokenHash, tokenHash));
};
