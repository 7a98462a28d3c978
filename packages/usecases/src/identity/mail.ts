import type { Write } from "@alongside/db";
import { recordIdentityMail } from "@alongside/db/stores/identity-mail";
import type { AreaId, IdentityMail } from "@alongside/domain/identity";
import { instantOf, type Context } from "../context/index.ts";

/** Puts a mail in the outbox: it is sent only if the transaction is. */
export const sendMail = (
  ctx: Context,
  tx: Write,
  to: {
    readonly recipient: string;
    readonly areaId?: AreaId | undefined;
    readonly mail: IdentityMail;
  },
): Promise<void> =>
  recordIdentityMail(
    tx,
    {
      id: ctx.newId(),
      areaId: to.areaId ?? null,
      recipient: to.recipient,
      createdAt: instantOf(ctx),
    },
    to.mail,
  );
