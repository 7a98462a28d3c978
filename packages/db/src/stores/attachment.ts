import { eq } from "drizzle-orm";
import type { Write } from "../connection.ts";
import { attachments } from "../schema/index.ts";

export const recordAttachment = async (
  tx: Write,
  attachment: typeof attachments.$inferInsert,
): Promise<void> => {
  await tx.insert(attachments).values(attachment);
};

/** Writes that a file was removed, by whom and why; its record stays. */
export const recordAttachmentRemoved = async (
  tx: Write,
  id: string,
  removed: { readonly removedBy: string; readonly removedAt: string; readonly reason: string },
): Promise<void> => {
  const { reason: removedReason, ...who } = removed;
  await tx
    .update(attachments)
    .set({ ...who, removedReason })
    .where(eq(attachments.id, id));
};
