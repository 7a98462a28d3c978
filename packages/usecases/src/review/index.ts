export { agreeReview, countLeft, reopenReview } from "./agree.ts";
export { countReviews } from "./count.ts";
export { answerReviewInvitation, beginNeedFromReview, suggestBand } from "./follow-up.ts";
export { reviewsOfSchool, showOwnReview } from "./history.ts";
export { waitingInvitations } from "./invitation.ts";
export { judgeSchool, readReviewNote } from "./judge.ts";
export { beginReview } from "./open.ts";
export {
  getReview,
  getReviewedSchool,
  listReviews,
  type ReviewLine,
  type ReviewPage,
} from "./show.ts";
