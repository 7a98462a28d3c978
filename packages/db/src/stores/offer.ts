import { and, eq } from "drizzle-orm";
import { awaitedOf, type Offer } from "@alongside/domain/offer";
import type { Write } from "../connection.ts";
import { idempotentReplies, offers, outboxMails } from "../schema/index.ts";

type OfferRow = typeof offers.$inferSelect;

/** What lists filter and sort by, read from the state so that the two cannot part. */
const columnsOf = (offer: Offer) => ({
  offer,
  state: offer.state,
  dueAt: awaitedOf(offer) !== null && "due" in offer ? offer.due : null,
});

/** Writes a new offer, in whichever state it has reached. */
export const recordNewOffer = async (
  tx: Write,
  given: Omit<
    OfferRow,
    "id" | "needId" | "lineId" | "personId" | "state" | "dueAt" | "changedAt" | "version"
  > &
    Partial<Pick<OfferRow, "changedAt" | "version">>,
): Promise<void> => {
  const { offer, ...columns } = given;
  const { id, need: needId, line: lineId, leader: personId } = offer;
  const named = { id, needId, lineId, personId };
  await tx
    .insert(offers)
    .values({ changedAt: given.createdAt, ...columns, ...columnsOf(offer), ...named });
};

/** Writes an offer's next state and version. */
export const recordOffer = async (
  tx: Write,
  seen: Pick<OfferRow, "id" | "version">,
  change: { readonly offer: Offer; readonly changedAt: string },
): Promise<void> => {
  await tx
    .update(offers)
    .set({
      ...columnsOf(change.offer),
      changedAt: change.changedAt,
      version: seen.version + 1,
    })
    .where(and(eq(offers.id, seen.id), eq(offers.version, seen.version)));
};

/** Keeps the reply to a request, so that the same request sent again has one effect. */
export const recordReply = async (
  tx: Write,
  reply: typeof idempotentReplies.$inferInsert,
): Promise<void> => {
  await tx.insert(idempotentReplies).values(reply);
};

/** Puts mails about offers in the outbox, in the transaction that gives the reason for them. */
export const recordOfferMails = async (
  tx: Write,
  mails: readonly (typeof outboxMails.$inferInsert)[],
): Promise<void> => {
  if (mails.length > 0) await tx.insert(outboxMails).values([...mails]);
};
