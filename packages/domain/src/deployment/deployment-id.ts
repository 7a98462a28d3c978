declare const brand: unique symbol;
export type DeploymentId = string & { readonly [brand]: "DeploymentId" };

/** Reads text as the id of a deployment. It guarantees nothing about a record behind it. */
export const toDeploymentId = (text: string): DeploymentId => text as DeploymentId;
