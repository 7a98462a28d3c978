import type { Read } from "@alongside/db";
import type { Offer, OfferId } from "@alongside/domain/offer";
import { findKept, type RequestKey } from "../context/index.ts";

export { once } from "../context/index.ts";

export type OfferChanged = {
  readonly id: OfferId;
  readonly version: number;
  readonly state: Offer["state"];
};

/** The reply that an earlier request of the same sender had for the same key. */
export const findKeptReply = (read: Read, request: RequestKey): Promise<OfferChanged | undefined> =>
  findKept<OfferChanged>(read, request);

/** What a reply to an answer is kept under. */
export const aboutAnswer = (id: OfferId): string => `offer-answer ${id}`;
