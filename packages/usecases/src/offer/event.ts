import type { OfferEvent } from "@alongside/domain/offer";

const kinds: Readonly<Record<OfferEvent["type"], string>> = {
  revised: "offer-revised",
  sent: "offer-sent",
  asked: "offer-asked",
  answered: "offer-answered",
  "days-proposed": "offer-days-proposed",
  "days-taken": "offer-days-taken",
  "days-kept": "offer-days-kept",
  accepted: "offer-accepted",
  released: "offer-released",
  confirmed: "offer-confirmed",
  declined: "offer-declined",
  expired: "offer-expired",
  withdrawn: "offer-withdrawn",
};

export type LoggedOfferEvent = {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** What the log keeps of an event of an offer. */
export const toLoggedOffer = (event: OfferEvent): LoggedOfferEvent => {
  const { type, at: _at, ...payload } = event;
  return { kind: kinds[type], payload };
};
