import { accepted, refused, type Result } from "../result/index.ts";
import { faultOfTerms } from "./agreement.ts";
import type { DeploymentCommand, DeploymentEvent, DeploymentRefusal } from "./command.ts";
import { signVersion } from "./sign.ts";
import type { Deployment, DeploymentActive, DeploymentPaused } from "./state.ts";

type Decision = Result<DeploymentEvent, DeploymentRefusal>;
type Command<Type extends DeploymentCommand["type"]> = Extract<
  DeploymentCommand,
  { readonly type: Type }
>;

const wrongState = (deployment: Deployment, command: DeploymentCommand): Decision =>
  refused({
    kind: "wrong-state",
    machine: "deployment",
    state: deployment.state,
    command: command.type,
  });

const isBlank = (text: string): boolean => text.trim() === "";

const isRunning = (deployment: Deployment): deployment is DeploymentActive | DeploymentPaused =>
  deployment.state === "active" || deployment.state === "paused";

/** A version goes out for signature only when it is whole (Product rules, §2: deployment). */
const issue = (deployment: Deployment, command: Command<"issue">): Decision => {
  if (deployment.state !== "drafting") return wrongState(deployment, command);
  const { at, hash } = command;
  const fault = faultOfTerms(deployment.terms);
  if (fault) return refused(fault);
  return isBlank(hash)
    ? refused({ kind: "words-needed", field: "hash" })
    : accepted({ type: "issued", at, number: deployment.issued + 1, hash });
};

const sign = (deployment: Deployment, command: Command<"sign">): Decision => {
  if (deployment.state === "awaiting-signatures")
    return signVersion(deployment.version, command, 0);
  if (!isRunning(deployment)) return wrongState(deployment, command);
  const { amendment, agreement } = deployment;
  return amendment === null
    ? refused({ kind: "nothing-to-sign", number: agreement.number })
    : signVersion(amendment, command, agreement.terms.halfDays);
};

/** An amendment is a new version, signed again by all three, one at a time (Product rules, §2: deployment). */
const amend = (deployment: Deployment, command: Command<"amend">): Decision => {
  if (!isRunning(deployment)) return wrongState(deployment, command);
  const { amendment, lastNumber } = deployment;
  const { at, terms, hash } = command;
  if (amendment !== null) return refused({ kind: "amendment-open", number: amendment.number });
  const fault = faultOfTerms(terms);
  if (fault) return refused(fault);
  if (isBlank(hash)) return refused({ kind: "words-needed", field: "hash" });
  return accepted({ type: "amendment-issued", at, number: lastNumber + 1, terms, hash });
};

const dropAmendment = (deployment: Deployment, command: Command<"drop-amendment">): Decision => {
  if (!isRunning(deployment)) return wrongState(deployment, command);
  const { at, reason } = command;
  if (deployment.amendment === null) return refused({ kind: "no-amendment" });
  return isBlank(reason)
    ? refused({ kind: "words-needed", field: "reason" })
    : accepted({ type: "amendment-dropped", at, number: deployment.amendment.number, reason });
};

/** Whoever takes a version back says why, and everyone signs the next one anew (Product rules, §2: deployment). */
const redraft = (deployment: Deployment, command: Command<"redraft">): Decision => {
  if (deployment.state !== "awaiting-signatures") return wrongState(deployment, command);
  const { at, reason } = command;
  return isBlank(reason)
    ? refused({ kind: "words-needed", field: "reason" })
    : accepted({ type: "redrafted", at, reason, number: deployment.version.number });
};

const pause = (deployment: Deployment, command: Command<"pause">): Decision => {
  if (deployment.state !== "active") return wrongState(deployment, command);
  return isBlank(command.reason)
    ? refused({ kind: "words-needed", field: "reason" })
    : accepted({ type: "paused", at: command.at, reason: command.reason });
};

/** Work is not completed while a change of it is still being signed (Product rules, §2: deployment). */
const complete = (deployment: Deployment, command: Command<"complete">): Decision => {
  if (!isRunning(deployment)) return wrongState(deployment, command);
  return deployment.amendment === null
    ? accepted({ type: "completed", at: command.at })
    : refused({ kind: "amendment-open", number: deployment.amendment.number });
};

/** Each side evaluates once; the second answer completes the evaluation (Product rules, §3: impact). */
const evaluate = (deployment: Deployment, command: Command<"evaluate">): Decision => {
  if (deployment.state !== "completing") return wrongState(deployment, command);
  const { at, side, answers } = command;
  const earlier = deployment.evaluations.find((evaluation) => evaluation.side === side);
  if (earlier) return refused({ kind: "already-evaluated", side, at: earlier.at });
  return Object.keys(answers).length === 0
    ? refused({ kind: "words-needed", field: "answers" })
    : accepted({ type: "evaluated", at, evaluation: { side, answers, at } });
};

const endEarly = (deployment: Deployment, command: Command<"end-early">): Decision => {
  const { state } = deployment;
  if (!isRunning(deployment) && state !== "drafting" && state !== "awaiting-signatures")
    return wrongState(deployment, command);
  return isBlank(command.reason)
    ? refused({ kind: "words-needed", field: "reason" })
    : accepted({ type: "ended-early", at: command.at, reason: command.reason });
};

/** What a command does to a deployment, or why it cannot (Product rules, §2: deployment). */
export const decideDeployment = (deployment: Deployment, command: DeploymentCommand): Decision => {
  const { at } = command;
  const { state } = deployment;
  switch (command.type) {
    case "revise":
      return state === "drafting"
        ? accepted({ type: "revised", at, terms: command.terms })
        : wrongState(deployment, command);
    case "issue":
      return issue(deployment, command);
    case "redraft":
      return redraft(deployment, command);
    case "sign":
      return sign(deployment, command);
    case "amend":
      return amend(deployment, command);
    case "drop-amendment":
      return dropAmendment(deployment, command);
    case "pause":
      return pause(deployment, command);
    case "resume":
      return state === "paused"
        ? accepted({ type: "resumed", at })
        : wrongState(deployment, command);
    case "complete":
      return complete(deployment, command);
    case "evaluate":
      return evaluate(deployment, command);
    case "close":
      return state === "evaluated"
        ? accepted({ type: "closed", at })
        : wrongState(deployment, command);
    case "end-early":
      return endEarly(deployment, command);
  }
};
