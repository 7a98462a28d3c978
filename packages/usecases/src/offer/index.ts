export {
  acceptOffer,
  confirmOffer,
  declineOffer,
  releaseForOffer,
  withdrawOffer,
  type OfferSeen,
} from "./answer.ts";
export { toLoggedOffer } from "./event.ts";
export { expireOffers } from "./expire.ts";
export type { OfferChanged } from "./once.ts";
export { suggestNext } from "./next.ts";
export { listOffers, offerParts, offerSorts, type OfferLine, type OfferQuestion } from "./list.ts";
export { getOffer } from "./page.ts";
export {
  answerLeader,
  askAboutOffer,
  keepDays,
  proposeDays,
  takeDays,
  type Proposal,
} from "./talk.ts";
export { remindOfOffer } from "./remind.ts";
export { sendOffer, type Sending } from "./send.ts";
