export { keepAnswer, sendAnswer, showOwnSurvey, type SurveyAnswer } from "./answer.ts";
export { remindOfSurveys } from "./remind.ts";
export { showSurveyResult, type ShownSurvey } from "./result.ts";
export { getSurvey, listSurveys, readSurveyWords } from "./show.ts";
export {
  closeSurvey,
  extendSurvey,
  openSurvey,
  reviseSurvey,
  writeSurvey,
  type SurveyWords,
} from "./write.ts";
