export { applyToDeployment, type DeploymentChanged, type Happened } from "./apply.ts";
export { beginDeployment } from "./begin.ts";
export { toLoggedDeployment } from "./event.ts";
export { hashOfTerms } from "./hash.ts";
export { deploymentOf, openDeployment, placeOfDeployment, type PlacedDeployment } from "./place.ts";
