import type { AgreementVersion, Signature } from "./agreement.ts";
import type { DeploymentEvent } from "./command.ts";
import type { Deployment, DeploymentActive, DeploymentPaused } from "./state.ts";
import { sides } from "./state.ts";

type Core = Pick<Deployment, "id" | "need" | "offer" | "leader">;
type Of<Type extends DeploymentEvent["type"]> = Extract<DeploymentEvent, { readonly type: Type }>;

const coreOf = ({ id, need, offer, leader }: Deployment): Core => ({ id, need, offer, leader });

const isRunning = (deployment: Deployment): deployment is DeploymentActive | DeploymentPaused =>
  deployment.state === "active" || deployment.state === "paused";

const withSignature = (version: AgreementVersion, signature: Signature): AgreementVersion => ({
  ...version,
  signatures: [...version.signatures, signature],
});

const drafted = (
  deployment: Deployment,
  event: Of<"revised" | "issued" | "redrafted">,
): Deployment => {
  if (event.type === "redrafted") {
    if (deployment.state !== "awaiting-signatures") return deployment;
    const { terms, number } = deployment.version;
    return { state: "drafting", ...coreOf(deployment), terms, issued: number };
  }
  if (deployment.state !== "drafting") return deployment;
  if (event.type === "revised") return { ...deployment, terms: event.terms };
  const { number, hash } = event;
  const version = { number, hash, terms: deployment.terms, signatures: [] };
  return { state: "awaiting-signatures", ...coreOf(deployment), version };
};

const signed = (deployment: Deployment, event: Of<"signed" | "in-force">): Deployment => {
  const isLast = event.type === "in-force";
  if (deployment.state === "awaiting-signatures") {
    const version = withSignature(deployment.version, event.signature);
    if (!isLast) return { ...deployment, version };
    const inForce = { agreement: version, past: [], amendment: null, lastNumber: version.number };
    return { state: "active", ...coreOf(deployment), ...inForce };
  }
  if (!isRunning(deployment) || deployment.amendment === null) return deployment;
  const amendment = withSignature(deployment.amendment, event.signature);
  const past = [...deployment.past, deployment.agreement];
  return isLast
    ? { ...deployment, agreement: amendment, past, amendment: null }
    : { ...deployment, amendment };
};

const amended = (
  deployment: Deployment,
  event: Of<"amendment-issued" | "amendment-dropped">,
): Deployment => {
  if (!isRunning(deployment)) return deployment;
  if (event.type === "amendment-dropped") return { ...deployment, amendment: null };
  const { number, hash, terms } = event;
  return { ...deployment, amendment: { number, hash, terms, signatures: [] }, lastNumber: number };
};

const running = (
  deployment: Deployment,
  event: Of<"paused" | "resumed" | "completed">,
): Deployment => {
  if (!isRunning(deployment)) return deployment;
  const { agreement, past, amendment, lastNumber } = deployment;
  const signedPart = { ...coreOf(deployment), agreement, past };
  switch (event.type) {
    case "paused": {
      const { reason, at: pausedAt } = event;
      return { state: "paused", ...signedPart, amendment, lastNumber, reason, pausedAt };
    }
    case "resumed":
      return { state: "active", ...signedPart, amendment, lastNumber };
    case "completed":
      return { state: "completing", ...signedPart, completedAt: event.at, evaluations: [] };
  }
};

const evaluated = (deployment: Deployment, event: Of<"evaluated">): Deployment => {
  if (deployment.state !== "completing") return deployment;
  const evaluations = [...deployment.evaluations, event.evaluation];
  return evaluations.length === sides.length
    ? { ...deployment, state: "evaluated", evaluations }
    : { ...deployment, evaluations };
};

const endedEarly = (deployment: Deployment, event: Of<"ended-early">): Deployment => {
  const isEarly = deployment.state === "drafting" || deployment.state === "awaiting-signatures";
  if (!isEarly && !isRunning(deployment)) return deployment;
  const agreement = isRunning(deployment) ? deployment.agreement : null;
  const { reason, at: endedAt } = event;
  return { state: "ended-early", ...coreOf(deployment), agreement, reason, endedAt };
};

/** The deployment after an event; an event that does not fit its state changes nothing. */
export const evolveDeployment = (deployment: Deployment, event: DeploymentEvent): Deployment => {
  switch (event.type) {
    case "revised":
    case "issued":
    case "redrafted":
      return drafted(deployment, event);
    case "signed":
    case "in-force":
      return signed(deployment, event);
    case "amendment-issued":
    case "amendment-dropped":
      return amended(deployment, event);
    case "paused":
    case "resumed":
    case "completed":
      return running(deployment, event);
    case "evaluated":
      return evaluated(deployment, event);
    case "closed":
      return deployment.state === "evaluated"
        ? { ...deployment, state: "closed", closedAt: event.at }
        : deployment;
    case "ended-early":
      return endedEarly(deployment, event);
  }
};
