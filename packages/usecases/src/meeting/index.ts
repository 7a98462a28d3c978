export {
  endAction,
  listBoardActions,
  remindOfActions,
  waitingAtBoards,
  type ActionLine,
} from "./action.ts";
export { addBody, changeBody, endSeatNow, giveSeat, type BodyWords } from "./body.ts";
export { boardChoices, getBody, getMeeting, listBoardDecisions, listBoards } from "./list.ts";
export { packSteps, type PackStep } from "./making.ts";
export { approveMinutes, decide, setAction, writeMinutes } from "./minutes.ts";
export { getPack, makePack, packProgress, sendPack, stopPack, type ShownPack } from "./pack.ts";
export { cancelMeeting, planMeeting, reviseMeeting, type MeetingWords } from "./plan.ts";
