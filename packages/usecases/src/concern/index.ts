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
export { raiseConcernAbout } from "./raise.ts";
export { getConcern, listConcerns, readConcern } from "./show.ts";
