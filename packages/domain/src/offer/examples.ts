import { type Instant, instantOf } from "../calendar/index.ts";
import { toCapacityLineId } from "../capacity/capacity-line-id.ts";
import { type PersonId, toId } from "../identity/index.ts";
import { toNeedId } from "../need/need-id.ts";
import {
  decideOffer,
  evolveOffer,
  type Offer,
  type OfferCommand,
  type OfferCommandType,
  type OfferState,
  offerTransitions,
  proposeOffer,
  toOfferId,
} from "./index.ts";

/* One offer of each kind and one command of each kind, for tests. */

export const day = (number: number): Instant => instantOf(Date.UTC(2026, 0, number, 9));
export const at = day(5);
export const due = instantOf(Date.UTC(2026, 0, 13) - 1);
const core = {
  id: toOfferId("offer-1"),
  need: toNeedId("need-1"),
  line: toCapacityLineId("line-1"),
  leader: toId<PersonId>("person-1"),
  halfDays: 6,
  window: "any",
  urgent: false,
} as const;

export const proposed = proposeOffer(core);
export const sent = {
  ...core,
  state: "sent",
  sentAt: at,
  due,
  question: "Which room?",
  otherDays: { halfDays: 4, window: "late", dates: "Tuesdays" },
} as const;
export const accepted = { ...core, state: "accepted", sentAt: at, acceptedAt: at, due } as const;
export const released = { ...accepted, state: "released", releasedAt: at } as const;

export const offers: { readonly [State in OfferState]: Extract<Offer, { state: State }> } = {
  proposed,
  sent,
  accepted,
  released,
  confirmed: {
    ...core,
    state: "confirmed",
    sentAt: at,
    acceptedAt: at,
    releasedAt: at,
    confirmedAt: at,
  },
  declined: {
    ...core,
    state: "declined",
    by: "leader",
    reason: "timing",
    text: "Not now",
    declinedAt: at,
  },
  expired: { ...core, state: "expired", awaited: "leader", expiredAt: at },
  withdrawn: { ...core, state: "withdrawn", reason: "Sent in error", withdrawnAt: at },
};

const decline = { type: "decline", at, reason: "timing", text: "Not now" } as const;
export const commands: {
  readonly [Type in OfferCommandType]: readonly Extract<OfferCommand, { type: Type }>[];
} = {
  revise: [{ type: "revise", at, halfDays: 8, window: "late" }],
  send: [{ type: "send", at }],
  ask: [{ type: "ask", at, text: "Which room?" }],
  answer: [{ type: "answer", at, text: "The hall" }],
  "propose-days": [{ type: "propose-days", at, halfDays: 4, window: "late", dates: "Tuesdays" }],
  "take-days": [{ type: "take-days", at }],
  "keep-days": [{ type: "keep-days", at, text: "The days are fixed" }],
  accept: [{ type: "accept", at }],
  release: [{ type: "release", at }],
  confirm: [{ type: "confirm", at }],
  decline: [
    { ...decline, by: "leader" },
    { ...decline, by: "home-school" },
    { ...decline, by: "supported-school" },
  ],
  expire: [{ type: "expire", at: day(13) }],
  withdraw: [{ type: "withdraw", at, reason: "Sent in error" }],
};

export const states = Object.keys(offers).filter(
  (state): state is OfferState => state in offerTransitions,
);

export const reach = (from: Offer, command: OfferCommand): string => {
  const decision = decideOffer(from, command);
  if (decision.ok) return evolveOffer(from, decision.value).state;
  const { refusal } = decision;
  return refusal.kind === "wrong-state"
    ? `${refusal.machine} ${refusal.state} refuses ${refusal.command}`
    : refusal.kind;
};
