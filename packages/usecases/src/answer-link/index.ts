export { answerByLink, type Answered, type LinkAnswer, type LinkAnswered } from "./answer.ts";
export { issueAnswerLink } from "./issue.ts";
export { lookAtLink, type LinkPage } from "./look.ts";
export type { LinkGiven } from "./open.ts";
