export { listCapacityChoices } from "./choices.ts";
export { declineTerm, type Refusing } from "./decline.ts";
export { getCapacityEditor } from "./editor.ts";
export { getSupplyMap, type SupplyMap } from "./heat-map.ts";
export { holdDays, type Hold } from "./hold.ts";
export { lapseCapacity } from "./lapse.ts";
export {
  amendDays,
  bookDays,
  commitDays,
  deliverDays,
  giveUpDays,
  postMovement,
  readBalances,
  releaseHold,
  renewHold,
  unbookDays,
} from "./ledger.ts";
export type { LineChanged, LineSeen } from "./line.ts";
export {
  listCapacity,
  type SupplyLine,
  type SupplyList,
  type SupplyQuestion,
  type SupplyState,
} from "./list.ts";
export type { Offering } from "./offering.ts";
export { publishCapacity, type Publication } from "./publish.ts";
export { reconfirmCapacity } from "./reconfirm.ts";
export { releaseLeader, type Release } from "./release.ts";
export {
  getHomeStatement,
  getLeaderStatement,
  type HomeStatement,
  type LeaderStatement,
  type MovementLine,
  type TermOfDays,
} from "./statement.ts";
