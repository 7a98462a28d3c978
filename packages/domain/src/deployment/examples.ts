import { dateOf, instantOf } from "../calendar/index.ts";
import { type PersonId, toId } from "../identity/index.ts";
import { toNeedId } from "../need/need-id.ts";
import { toOfferId } from "../offer/offer-id.ts";
import {
  type AgreementTerms,
  type AgreementVersion,
  decideDeployment,
  type Deployment,
  type DeploymentCommand,
  type DeploymentCommandType,
  type DeploymentState,
  deploymentTransitions,
  draftDeployment,
  type Evaluation,
  evolveDeployment,
  type Signatory,
  type Signature,
  toDeploymentId,
  toObjectiveId,
} from "./index.ts";

/* One deployment of each kind and one command of each kind, for tests. */

export const at = instantOf(Date.UTC(2026, 0, 14, 9));
export const person = toId<PersonId>("person-1");
export const terms: AgreementTerms = {
  objectives: [
    {
      id: toObjectiveId("objective-1"),
      text: "More children reach the phonics standard",
      measure: {
        code: "phonics-expected",
        label: "Phonics: expected standard",
        unit: "%",
        direction: "up",
      },
      baseline: { value: 62, date: dateOf(2025, 7, 1), source: "Phonics screening check" },
      target: { value: 75, by: dateOf(2026, 7, 1) },
    },
  ],
  halfDays: 6,
  from: dateOf(2026, 1, 19),
  to: dateOf(2026, 3, 27),
  pattern: "A half-day each week",
  roles: "The leader coaches; the head frees teachers",
  confidentiality: "Between the two schools and the coordinator",
  funding: [{ source: "zone-budget", halfDays: 6, pencePerDay: 35_000, brokerageShare: 15 }],
  exitStrategy: "The phonics lead carries on",
};
export const moreTerms: AgreementTerms = {
  ...terms,
  halfDays: 8,
  funding: [{ source: "zone-budget", halfDays: 8, pencePerDay: 35_000, brokerageShare: 15 }],
};

const core = {
  id: toDeploymentId("deployment-1"),
  need: toNeedId("need-1"),
  offer: toOfferId("offer-1"),
  leader: person,
};
export const signature = (signatory: Signatory): Signature => ({
  signatory,
  person,
  typedName: "A. Signatory",
  at,
  onBehalf: null,
});
export const version: AgreementVersion = { number: 1, hash: "hash-1", terms, signatures: [] };
export const signed: AgreementVersion = {
  ...version,
  signatures: [signature("supported-head"), signature("leader"), signature("home-school-head")],
};
export const amendment: AgreementVersion = {
  number: 2,
  hash: "hash-1",
  terms: moreTerms,
  signatures: [],
};

export const drafting = draftDeployment(core, terms);
export const awaiting = { state: "awaiting-signatures", ...core, version } as const;
export const active = {
  state: "active",
  ...core,
  agreement: signed,
  past: [],
  amendment: null,
  lastNumber: 1,
} as const;
export const paused = { ...active, state: "paused", reason: "Inspection", pausedAt: at } as const;
export const completing = {
  state: "completing",
  ...core,
  agreement: signed,
  past: [],
  completedAt: at,
  evaluations: [],
} as const;
export const evaluationBy = (side: Evaluation["side"]): Evaluation => ({
  side,
  answers: { usefulness: 4 },
  at,
});
const evaluated = {
  ...completing,
  state: "evaluated",
  evaluations: [evaluationBy("leader"), evaluationBy("supported-school")],
} as const;
const missingOne = { ...version, signatures: signed.signatures.slice(1) };

export const deployments: {
  readonly [State in DeploymentState]: readonly Extract<Deployment, { state: State }>[];
} = {
  drafting: [drafting],
  "awaiting-signatures": [awaiting, { ...awaiting, version: missingOne }],
  active: [active, { ...active, amendment, lastNumber: 2 }],
  paused: [paused, { ...paused, amendment, lastNumber: 2 }],
  completing: [completing, { ...completing, evaluations: [evaluationBy("leader")] }],
  evaluated: [evaluated],
  closed: [{ ...evaluated, state: "closed", closedAt: at }],
  "ended-early": [
    { state: "ended-early", ...core, agreement: signed, reason: "Left", endedAt: at },
  ],
};

export const commands: {
  readonly [Type in DeploymentCommandType]: Extract<DeploymentCommand, { type: Type }>;
} = {
  revise: { type: "revise", at, terms: moreTerms },
  issue: { type: "issue", at, hash: "hash-1" },
  redraft: { type: "redraft", at, reason: "Two days more" },
  sign: {
    type: "sign",
    at,
    signatory: "supported-head",
    person,
    typedName: "A. Signatory",
    onBehalf: null,
    hash: "hash-1",
  },
  amend: { type: "amend", at, terms: moreTerms, hash: "hash-1" },
  "drop-amendment": { type: "drop-amendment", at, reason: "Not needed" },
  pause: { type: "pause", at, reason: "Inspection" },
  resume: { type: "resume", at },
  complete: { type: "complete", at },
  evaluate: { type: "evaluate", at, side: "supported-school", answers: { usefulness: 4 } },
  close: { type: "close", at },
  "end-early": { type: "end-early", at, reason: "Left" },
};

export const states = Object.keys(deployments).filter(
  (state): state is DeploymentState => state in deploymentTransitions,
);

export const reach = (from: Deployment, command: DeploymentCommand): string => {
  const decision = decideDeployment(from, command);
  if (decision.ok) return evolveDeployment(from, decision.value).state;
  const { refusal } = decision;
  return refusal.kind === "wrong-state"
    ? `${refusal.machine} ${refusal.state} refuses ${refusal.command}`
    : refusal.kind;
};
