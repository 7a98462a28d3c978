import type { AreaId, IdentityMail } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import { outboxMails } from "../schema/index.ts";

export type MailEnvelope = {
  readonly id: string;
  readonly areaId: AreaId | null;
  readonly recipient: string;
  readonly createdAt: string;
};

/** Puts a mail in the outbox, in the transaction that gives the reason for it. */
export const recordIdentityMail = async (
  tx: Write,
  envelope: MailEnvelope,
  mail: IdentityMail,
): Promise<void> => {
  await tx.insert(outboxMails).values({ ...envelope, ...mail });
};
