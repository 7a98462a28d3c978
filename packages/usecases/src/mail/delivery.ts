import { recordMailAsked, recordMailDelivery } from "@alongside/db/stores/mail";
import { listMailsToAsk, type DeliveryEnd, type MailRow } from "@alongside/db/views/mail";
import { mayOperate } from "@alongside/domain/identity";
import { authorise, instantOf, type Context } from "../context/index.ts";

/** What a carrier says became of a mail that it took; `under-way` while it does not know. */
export type DeliveryAnswer = DeliveryEnd | "under-way";

/** Asks a carrier about one of its mails by the id that it gave; throws when it does not answer. */
export type AskDelivery = (carrierId: string) => Promise<DeliveryAnswer>;

export type Asked = {
  readonly delivered: number;
  readonly undelivered: number;
  /** Asked about in vain: the carrier did not answer. */
  readonly unanswered: number;
};

const minute = 60_000;
const day = 24 * 60 * minute;
const together = 50;

/** A carrier tries an address for three days, and forgets what it carried after seven. */
const longest = 8 * day;

/** The older a mail, the seldomer it is asked about: between a minute and six hours. */
const pauseAfter = (age: number): number => Math.min(Math.max(age, minute), day / 4);

const ageOf = (ctx: Context, { sentAt }: MailRow): number =>
  ctx.now() - Date.parse(sentAt ?? instantOf(ctx));

const settle = async (ctx: Context, row: MailRow, delivery: DeliveryEnd) => {
  await ctx.write((tx) => recordMailDelivery(tx, row, { delivery, settledAt: instantOf(ctx) }));
  if (delivery === "unknown") return null;
  return delivery === "delivered" ? "delivered" : "undelivered";
};

/** Asks about one mail; null when there is nothing to tell yet, or ever. */
const askOne = async (
  ctx: Context,
  row: MailRow,
  ask: AskDelivery,
): Promise<keyof Asked | null> => {
  const age = ageOf(ctx, row);
  const later = ctx.now() + pauseAfter(age);
  // Put off first: a carrier that does not answer is not asked again at once.
  await ctx.write((tx) => recordMailAsked(tx, row.id, later));
  const told = await ask(row.carrierId ?? "").catch(() => "unanswered" as const);
  if (told !== "unanswered" && told !== "under-way") return settle(ctx, row, told);
  if (age > longest) return settle(ctx, row, "unknown");
  return told === "unanswered" ? told : null;
};

/** Asks the carrier what became of mails that it took, until it knows or has forgotten. */
export const askDeliveries = async (ctx: Context, ask: AskDelivery): Promise<Asked> => {
  authorise(mayOperate(ctx.actor));
  const counts = { delivered: 0, undelivered: 0, unanswered: 0 };
  for (const row of await listMailsToAsk(ctx.read, ctx.now(), together)) {
    const became = await askOne(ctx, row, ask);
    if (became !== null) counts[became] += 1;
  }
  return counts;
};
