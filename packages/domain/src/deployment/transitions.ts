import type { DeploymentCommandType } from "./command.ts";
import type { DeploymentState } from "./state.ts";

const none = {
  revise: [],
  issue: [],
  redraft: [],
  sign: [],
  amend: [],
  "drop-amendment": [],
  pause: [],
  resume: [],
  complete: [],
  evaluate: [],
  close: [],
  "end-early": [],
} as const;

/** Where each command may lead from each state; an empty cell is refused (Product rules, §2: deployment). */
export const deploymentTransitions: Readonly<
  Record<DeploymentState, Readonly<Record<DeploymentCommandType, readonly DeploymentState[]>>>
> = {
  drafting: {
    ...none,
    revise: ["drafting"],
    issue: ["awaiting-signatures"],
    "end-early": ["ended-early"],
  },
  "awaiting-signatures": {
    ...none,
    redraft: ["drafting"],
    sign: ["awaiting-signatures", "active"],
    "end-early": ["ended-early"],
  },
  active: {
    ...none,
    sign: ["active"],
    amend: ["active"],
    "drop-amendment": ["active"],
    pause: ["paused"],
    complete: ["completing"],
    "end-early": ["ended-early"],
  },
  paused: {
    ...none,
    sign: ["paused"],
    amend: ["paused"],
    "drop-amendment": ["paused"],
    resume: ["active"],
    complete: ["completing"],
    "end-early": ["ended-early"],
  },
  completing: { ...none, evaluate: ["completing", "evaluated"] },
  evaluated: { ...none, close: ["closed"] },
  closed: none,
  "ended-early": none,
};
