import type { OfferEvent } from "./command.ts";
import type { Offer, OtherDays } from "./state.ts";

type Core = Omit<Extract<Offer, { readonly state: "proposed" }>, "state">;
type Ending = Extract<OfferEvent, { readonly type: "declined" | "expired" | "withdrawn" }>;
type Talk = Extract<
  OfferEvent,
  { readonly type: "asked" | "answered" | "days-proposed" | "days-taken" | "days-kept" }
>;

const coreOf = ({ id, need, line, leader, halfDays, window, urgent, dates }: Offer): Core => ({
  id,
  need,
  line,
  leader,
  halfDays,
  window,
  urgent,
  ...(dates === undefined ? {} : { dates }),
});

const isOut = ({ state }: Offer): boolean =>
  state === "sent" || state === "accepted" || state === "released";

const ended = (offer: Offer, event: Ending): Offer => {
  const { at } = event;
  if (event.type === "withdrawn")
    return isOut(offer) || offer.state === "proposed" || offer.state === "confirmed"
      ? { state: "withdrawn", ...coreOf(offer), reason: event.reason, withdrawnAt: at }
      : offer;
  if (!isOut(offer)) return offer;
  if (event.type === "expired")
    return { state: "expired", ...coreOf(offer), awaited: event.awaited, expiredAt: at };
  const { by, reason, text } = event;
  return { state: "declined", ...coreOf(offer), by, reason, text, declinedAt: at };
};

const otherDaysOf = ({ halfDays, window, dates }: OtherDays): OtherDays => ({
  halfDays,
  window,
  dates,
});

const talked = (offer: Offer, event: Talk): Offer => {
  if (offer.state !== "sent") return offer;
  switch (event.type) {
    case "asked":
      return { ...offer, question: event.text };
    case "answered":
      return { ...offer, question: null };
    case "days-proposed":
      return { ...offer, otherDays: otherDaysOf(event) };
    case "days-taken":
      return { ...offer, ...otherDaysOf(event), otherDays: null };
    case "days-kept":
      return { ...offer, otherDays: null };
  }
};

/** The offer after an event; an event that does not fit its state changes nothing. */
export const evolveOffer = (offer: Offer, event: OfferEvent): Offer => {
  const { at } = event;
  const core = coreOf(offer);
  switch (event.type) {
    case "revised":
      return offer.state === "proposed"
        ? { ...offer, halfDays: event.halfDays, window: event.window }
        : offer;
    case "sent":
      return offer.state === "proposed"
        ? { ...core, state: "sent", sentAt: at, due: event.due, question: null, otherDays: null }
        : offer;
    case "asked":
    case "answered":
    case "days-proposed":
    case "days-taken":
    case "days-kept":
      return talked(offer, event);
    case "accepted": {
      if (offer.state !== "sent") return offer;
      const { sentAt } = offer;
      return { ...core, state: "accepted", sentAt, acceptedAt: at, due: event.due };
    }
    case "released":
      return offer.state === "accepted"
        ? { ...offer, state: "released", releasedAt: at, due: event.due }
        : offer;
    case "confirmed": {
      if (offer.state !== "released") return offer;
      const { sentAt, acceptedAt, releasedAt } = offer;
      return { ...core, state: "confirmed", sentAt, acceptedAt, releasedAt, confirmedAt: at };
    }
    case "declined":
    case "expired":
    case "withdrawn":
      return ended(offer, event);
  }
};
