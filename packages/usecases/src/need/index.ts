export type { Changed, NeedSeen } from "./change.ts";
export { getNeedStart, listNeedChoices, searchLeaders } from "./choices.ts";
export { closeNeed, reopenNeed, withdrawNeed, type Closing } from "./close.ts";
export { toLogged } from "./event.ts";
export { getNeed } from "./page.ts";
export { readPrivateWords, type PrivateWords } from "./private.ts";
export { listNeeds, listOwnNeeds, type QueueLine, type QueueQuestion } from "./queue.ts";
export { saveNeed, submitNeed, type AskChanges } from "./save.ts";
export { discardDraft, startNeed } from "./start.ts";
export {
  answerQuestion,
  askForMore,
  bandNeed,
  holdNeed,
  resumeNeed,
  triageNeed,
} from "./triage.ts";
