export { getBoardRecords, type BoardRecord } from "./drill.ts";
export { getBoard, getFigure, type BoardQuestion, type ShownFigure } from "./show.ts";
