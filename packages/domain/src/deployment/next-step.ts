import { missingSignatories, type Signatory } from "./agreement.ts";
import { versionToSign, type Deployment } from "./state.ts";

/** What happens to a deployment next, and who does it; `signatories` are those whose signature is missing. */
export type NextStep = {
  readonly who: "coordinator" | "signatories" | "leader" | "both-sides" | "nobody";
  readonly what: "write" | "sign" | "carry-out" | "resume" | "evaluate" | "close" | "none";
  readonly signatories: readonly Signatory[];
};

const step = (who: NextStep["who"], what: NextStep["what"]): NextStep => ({
  who,
  what,
  signatories: [],
});

/** Every page says who acts next (Product rules, §2: deployment). */
export const nextStepOf = (deployment: Deployment): NextStep => {
  const version = versionToSign(deployment);
  if (version !== null) {
    return { who: "signatories", what: "sign", signatories: missingSignatories(version) };
  }
  switch (deployment.state) {
    case "drafting":
      return step("coordinator", "write");
    case "paused":
      return step("coordinator", "resume");
    case "completing":
      return step("both-sides", "evaluate");
    case "evaluated":
      return step("coordinator", "close");
    case "closed":
    case "ended-early":
      return step("nobody", "none");
    default:
      return step("leader", "carry-out");
  }
};
