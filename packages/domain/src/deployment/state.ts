import type { Instant } from "../calendar/index.ts";
import type { PersonId } from "../identity/index.ts";
import type { NeedId } from "../need/need-id.ts";
import type { OfferId } from "../offer/offer-id.ts";
import type { AgreementTerms, AgreementVersion } from "./agreement.ts";
import type { DeploymentId } from "./deployment-id.ts";

export const sides = ["supported-school", "leader"] as const;
/** The two that evaluate, neither seeing the other's answer first (Product rules, §3: impact). */
export type Side = (typeof sides)[number];

export type Evaluation = {
  readonly side: Side;
  /** Answers by question, as the partnership's form has them. */
  readonly answers: Readonly<Record<string, string | number>>;
  readonly at: Instant;
};

type Core = {
  readonly id: DeploymentId;
  readonly need: NeedId;
  readonly offer: OfferId;
  readonly leader: PersonId;
};
type Signed = Core & {
  /** The version in force, signed by all three. */
  readonly agreement: AgreementVersion;
  /** Versions that were in force before it. */
  readonly past: readonly AgreementVersion[];
};
type Running = Signed & {
  /** A new version that is still being signed. */
  readonly amendment: AgreementVersion | null;
  /** The highest number given so far, dropped amendments included. */
  readonly lastNumber: number;
};

export type DeploymentDrafting = Core & {
  readonly state: "drafting";
  readonly terms: AgreementTerms;
  /** How many versions were issued and taken back. */
  readonly issued: number;
};
export type DeploymentAwaiting = Core & {
  readonly state: "awaiting-signatures";
  readonly version: AgreementVersion;
};
export type DeploymentActive = Running & { readonly state: "active" };
export type DeploymentPaused = Running & {
  readonly state: "paused";
  readonly reason: string;
  readonly pausedAt: Instant;
};
export type DeploymentCompleting = Signed & {
  readonly state: "completing";
  readonly completedAt: Instant;
  readonly evaluations: readonly Evaluation[];
};
export type DeploymentEvaluated = Signed & {
  readonly state: "evaluated";
  readonly completedAt: Instant;
  readonly evaluations: readonly Evaluation[];
};
export type DeploymentClosed = Signed & {
  readonly state: "closed";
  readonly completedAt: Instant;
  readonly evaluations: readonly Evaluation[];
  readonly closedAt: Instant;
};
export type DeploymentEndedEarly = Core & {
  readonly state: "ended-early";
  /** The last version in force; `null` when none was ever signed by all three. */
  readonly agreement: AgreementVersion | null;
  readonly reason: string;
  readonly endedAt: Instant;
};

/** One agreed piece of work (Product rules, §2: deployment). */
export type Deployment =
  | DeploymentDrafting
  | DeploymentAwaiting
  | DeploymentActive
  | DeploymentPaused
  | DeploymentCompleting
  | DeploymentEvaluated
  | DeploymentClosed
  | DeploymentEndedEarly;
export type DeploymentState = Deployment["state"];

/** Begins a deployment with a first draft of its agreement. */
export const draftDeployment = (core: Core, terms: AgreementTerms): DeploymentDrafting => ({
  state: "drafting",
  ...core,
  terms,
  issued: 0,
});

/** The evaluations that one side may read: its own, and the other's once both have answered (Product rules, §3: impact). */
export const evaluationsSeenBy = (deployment: Deployment, side: Side): readonly Evaluation[] => {
  if (deployment.state === "completing")
    return deployment.evaluations.filter((evaluation) => evaluation.side === side);
  return "evaluations" in deployment ? deployment.evaluations : [];
};

/** The version that is being signed, if one is. */
export const versionToSign = (deployment: Deployment): AgreementVersion | null => {
  if (deployment.state === "awaiting-signatures") return deployment.version;
  return deployment.state === "active" || deployment.state === "paused"
    ? deployment.amendment
    : null;
};

/** The terms that count now: those in force, or else those that are being written or signed; none where it ended before. */
export const termsOf = (deployment: Deployment): AgreementTerms | null => {
  if (deployment.state === "drafting") return deployment.terms;
  if (deployment.state === "awaiting-signatures") return deployment.version.terms;
  return deployment.agreement?.terms ?? null;
};
