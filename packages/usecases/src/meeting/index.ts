export { endAction, listBoardActions, remindOfActions, waitingAtBoards } from "./action.ts";
export { addBody, changeBody, endSeatNow, giveSeat } from "./body.ts";
export { listAreasOfSeats } from "./seat.ts";
export { boardChoices, getBody, getMeeting, listBoardDecisions, listBoards } from "./list.ts";
export { approveMinutes, decide, setAction, writeMinutes } from "./minutes.ts";
export { getPack, makePack, packProgress, sendPack, stopPack, type ShownPack } from "./pack.ts";
export { keepPastPack } from "./past.ts";
export { cancelMeeting, planMeeting, reviseMeeting } from "./plan.ts";
