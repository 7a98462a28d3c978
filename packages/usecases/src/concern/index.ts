export {
  escalateConcern,
  handleConcern,
  recordConcernReply,
  resolveConcern,
  type ConcernChanged,
  type ConcernSeen,
} from "./act.ts";
export { toLoggedConcern } from "./event.ts";
export { keptHomeWords, readKeptHome, stillSetAside, type KeptHome } from "./kept-home.ts";
export { sendLetterAgain } from "./letter.ts";
export { raiseConcernAbout } from "./raise.ts";
export { getConcern, keepConcernList, listConcerns, readConcern } from "./show.ts";
