import { listMails } from "@alongside/db/views/mail";
import type { Context } from "../context/index.ts";
import type { RenderedMail } from "./letter.ts";
import { renderMail, type RenderMeans } from "./render.ts";

export type MailboxMail = RenderedMail & {
  readonly id: string;
  readonly recipient: string;
  readonly createdAt: string;
  /** Kept for a summary, or for nobody, by its reader’s choice. */
  readonly keptFor: "digest" | "nobody" | null;
};

const shown = 100;

/**
 * The mails of a demonstration, as their readers would get them: no mail leaves it, and its people are invented. The server
 * offers this on an instance that is not in production, and nowhere else.
 */
export const readMailbox = async (
  ctx: Context,
  means: RenderMeans,
): Promise<readonly MailboxMail[]> =>
  (await listMails(ctx.read, shown)).flatMap((row) => {
    const { id, recipient, createdAt, keptFor } = row;
    const mail = renderMail(row, means);
    return mail === undefined ? [] : [{ ...mail, id, recipient, createdAt, keptFor }];
  });
