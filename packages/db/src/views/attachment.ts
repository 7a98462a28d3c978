import { and, asc, eq, isNull } from "drizzle-orm";
import type { NeedId } from "@alongside/domain/need";
import type { Read } from "../connection.ts";
import { attachments } from "../schema/index.ts";

export type AttachmentRow = typeof attachments.$inferSelect;

/** The files of a need that were not removed, the oldest first. */
export const listAttachments = (read: Read, needId: NeedId): Promise<readonly AttachmentRow[]> =>
  read
    .select()
    .from(attachments)
    .where(and(eq(attachments.needId, needId), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.addedAt), asc(attachments.id));

/** A file of a need that was not removed. */
export const findAttachment = async (
  read: Read,
  needId: NeedId,
  id: string,
): Promise<AttachmentRow | undefined> =>
  (
    await read
      .select()
      .from(attachments)
      .where(
        and(eq(attachments.id, id), eq(attachments.needId, needId), isNull(attachments.removedAt)),
      )
  )[0];

/** Whether some file that was not removed has this content. */
export const isContentKept = async (read: Read, hash: string): Promise<boolean> => {
  const rows = await read
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.hash, hash), isNull(attachments.removedAt)))
    .limit(1);
  return rows.length > 0;
};
