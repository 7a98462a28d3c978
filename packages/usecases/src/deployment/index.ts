export type { DeploymentSeen } from "./act.ts";
export { applyToDeployment, type DeploymentChanged, type Happened } from "./apply.ts";
export { beginDeployment } from "./begin.ts";
export { toLoggedDeployment } from "./event.ts";
export { hashOfTerms } from "./hash.ts";
export {
  deploymentSorts,
  listDeployments,
  type DeploymentLine,
  type DeploymentQuestion,
} from "./list.ts";
export { costOf, getDeployment, listAgreementChoices } from "./page.ts";
export { deploymentOf, openDeployment, placeOfDeployment, type PlacedDeployment } from "./place.ts";
export {
  closeDeployment,
  completeDeployment,
  endEarly,
  pauseDeployment,
  resumeDeployment,
} from "./run.ts";
export { signAgreement, type Signing } from "./sign.ts";
export type { ObjectiveInput, TermsInput } from "./terms.ts";
export { amendAgreement, issueAgreement, reviseAgreement, takeBackVersion } from "./write.ts";
