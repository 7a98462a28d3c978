export { getBoardRecords, type BoardRecord } from "./drill.ts";
export {
  freezeFacts,
  freezeFigures,
  getBoard,
  getFigure,
  type BoardQuestion,
  type OnStep,
} from "./show.ts";
