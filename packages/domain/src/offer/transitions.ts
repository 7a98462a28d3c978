import type { OfferCommandType } from "./command.ts";
import type { OfferState } from "./state.ts";

const none = {
  revise: [],
  send: [],
  ask: [],
  answer: [],
  "propose-days": [],
  "take-days": [],
  "keep-days": [],
  accept: [],
  release: [],
  confirm: [],
  decline: [],
  expire: [],
  withdraw: [],
} as const;

const ways = {
  decline: ["declined"],
  expire: ["expired"],
  withdraw: ["withdrawn"],
} as const satisfies Partial<Record<OfferCommandType, readonly OfferState[]>>;

/** Where each command may lead from each state; an empty cell is refused (Product rules, §2: offer). */
export const offerTransitions: Readonly<
  Record<OfferState, Readonly<Record<OfferCommandType, readonly OfferState[]>>>
> = {
  proposed: { ...none, revise: ["proposed"], send: ["sent"], withdraw: ["withdrawn"] },
  sent: {
    ...none,
    ...ways,
    ask: ["sent"],
    answer: ["sent"],
    "propose-days": ["sent"],
    "take-days": ["sent"],
    "keep-days": ["sent"],
    accept: ["accepted"],
  },
  accepted: { ...none, ...ways, release: ["released"] },
  released: { ...none, ...ways, confirm: ["confirmed"] },
  confirmed: { ...none, withdraw: ["withdrawn"] },
  declined: none,
  expired: none,
  withdrawn: none,
};
