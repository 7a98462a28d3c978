import { recordMailFailed, recordMailSent, recordMailTaken } from "@alongside/db/stores/mail";
import { listWaitingMails, type MailRow } from "@alongside/db/views/mail";
import { mayOperate } from "@alongside/domain/identity";
import { authorise, instantOf, type Context } from "../context/index.ts";
import type { RenderedMail } from "./letter.ts";
import { renderMail, type RenderMeans } from "./render.ts";
import { keepMails } from "./sort.ts";

export type OutgoingMail = RenderedMail & { readonly id: string; readonly recipient: string };

/** Hands one mail to whoever carries it; throws when it was not taken. Answers the carrier's own id for it, where it can be asked later. */
export type SendMail = (mail: OutgoingMail) => Promise<string | undefined>;

export type Delivered = { readonly sent: number; readonly failed: number; readonly kept: number };

const minute = 60_000;
const leaseFor = 5 * minute;
const together = 20;

/** Minutes until the next try: 1, 2, 4, 8 … at most two hours. */
const pauseAfter = (attempts: number): number => Math.min(2 ** attempts, 120) * minute;

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 300) : "it was not taken";

type Means = RenderMeans & { readonly send: SendMail };

const deliverOne = async (ctx: Context, row: MailRow, means: Means): Promise<boolean> => {
  const taken = await ctx.write((tx) => recordMailTaken(tx, row, ctx.now() + leaseFor));
  if (!taken) return true;
  try {
    const mail = renderMail(row, means);
    if (mail === undefined) throw new Error(`there are no words for ${row.template}`);
    const carrierId = await means.send({ ...mail, id: row.id, recipient: row.recipient });
    const asking =
      carrierId === undefined ? { carrierId: null, askAt: null } : { carrierId, askAt: ctx.now() };
    await ctx.write((tx) => recordMailSent(tx, row.id, { sentAt: instantOf(ctx), ...asking }));
    return true;
  } catch (error) {
    const failure = { lastError: sentenceOf(error), dueAt: ctx.now() + pauseAfter(row.attempts) };
    await ctx.write((tx) => recordMailFailed(tx, row.id, failure));
    return false;
  }
};

/**
 * Sends what waits in the outbox. A mail is taken before it is sent and noted as sent afterwards, so that several
 * processes do not send it twice, and one that dies between the two sends it once more rather than never.
 */
export const deliverMails = async (ctx: Context, means: Means): Promise<Delivered> => {
  authorise(mayOperate(ctx.actor));
  const { kept } = await keepMails(ctx);
  const waiting = await listWaitingMails(ctx.read, ctx.now(), together);
  let failed = 0;
  for (const row of waiting) failed += (await deliverOne(ctx, row, means)) ? 0 : 1;
  return { sent: waiting.length - failed, failed, kept };
};
