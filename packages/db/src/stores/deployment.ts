import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import {
  termsOf,
  versionToSign,
  type AgreementTerms,
  type AgreementVersion,
  type Deployment,
  type DeploymentEvent,
  type DeploymentId,
  type Signature,
} from "@alongside/domain/deployment";
import type { Write } from "../connection.ts";
import {
  agreementSignatures,
  agreementVersions,
  deployments,
  objectives,
  outboxMails,
} from "../schema/index.ts";
import type { AgreementState } from "../schema/deployment.ts";

type DeploymentRow = typeof deployments.$inferSelect;

/** What lists filter and sort by, read from the state so that the two cannot part. */
const columnsOf = (deployment: Deployment) => {
  const terms = termsOf(deployment);
  return {
    deployment,
    state: deployment.state,
    isAmending: "amendment" in deployment && deployment.amendment !== null,
    ...(terms === null ? {} : { halfDays: terms.halfDays, fromOn: terms.from, toOn: terms.to }),
  };
};

type NewDeployment = Omit<
  DeploymentRow,
  | "id"
  | "needId"
  | "offerId"
  | "personId"
  | "state"
  | "isAmending"
  | "halfDays"
  | "fromOn"
  | "toOn"
  | "deployment"
  | "changedAt"
  | "version"
> & { readonly deployment: Extract<Deployment, { readonly state: "drafting" }> };

/** Writes a deployment whose agreement is being drafted. */
export const recordNewDeployment = async (tx: Write, given: NewDeployment): Promise<void> => {
  const { deployment, ...columns } = given;
  const { id, need: needId, offer: offerId, leader: personId, terms } = deployment;
  await tx.insert(deployments).values({
    ...columns,
    ...columnsOf(deployment),
    id,
    needId,
    offerId,
    personId,
    halfDays: terms.halfDays,
    fromOn: terms.from,
    toOn: terms.to,
    changedAt: given.createdAt,
  });
};

const recordIssued = async (
  tx: Write,
  given: { readonly id: DeploymentId; readonly version: AgreementVersion; readonly at: Instant },
): Promise<void> => {
  const { number, terms, hash } = given.version;
  const issued = { deploymentId: given.id, number, terms, hash, issuedAt: given.at };
  await tx.insert(agreementVersions).values({ ...issued, state: "issued" });
};

type Ended = {
  readonly id: DeploymentId;
  readonly number: number;
  readonly state: AgreementState;
  readonly at: Instant | null;
  readonly reason?: string;
};

const recordVersionState = async (tx: Write, given: Ended): Promise<void> => {
  const { id, number, state, at: endedAt, reason = null } = given;
  await tx
    .update(agreementVersions)
    .set({ state, endedAt, reason })
    .where(and(eq(agreementVersions.deploymentId, id), eq(agreementVersions.number, number)));
};

const recordSignature = async (
  tx: Write,
  given: {
    readonly id: DeploymentId;
    readonly number: number;
    readonly signature: Signature;
    readonly hash: string;
  },
): Promise<void> => {
  const { id, number, hash, signature } = given;
  const { signatory, person: personId, typedName, at: signedAt, onBehalf } = signature;
  const signed = { signatory, personId, typedName, signedAt, onBehalf };
  await tx.insert(agreementSignatures).values({ deploymentId: id, number, hash, ...signed });
};

const recordObjectives = async (
  tx: Write,
  given: { readonly id: DeploymentId; readonly terms: AgreementTerms; readonly at: Instant },
): Promise<void> => {
  const { id, terms, at } = given;
  for (const [position, objective] of terms.objectives.entries()) {
    const { measure, baseline, target } = objective;
    const columns = {
      position,
      text: objective.text,
      measure: measure.code,
      measureLabel: measure.label,
      unit: measure.unit,
      direction: measure.direction,
      baseline: baseline.value,
      baselineOn: baseline.date,
      baselineSource: baseline.source,
      target: target.value,
      targetBy: target.by,
      endedAt: null,
    };
    await tx
      .insert(objectives)
      .values({ id: objective.id, deploymentId: id, ...columns })
      .onConflictDoUpdate({ target: objectives.id, set: columns });
  }
  const kept = terms.objectives.map((objective) => objective.id);
  await tx
    .update(objectives)
    .set({ endedAt: at })
    .where(
      and(
        eq(objectives.deploymentId, id),
        notInArray(objectives.id, kept),
        isNull(objectives.endedAt),
      ),
    );
};

const recordInForce = async (
  tx: Write,
  event: Extract<DeploymentEvent, { readonly type: "in-force" }>,
  after: Deployment,
): Promise<void> => {
  if (after.state !== "active" && after.state !== "paused") return;
  const { id, agreement, past } = after;
  const { at } = event;
  const before = past.at(-1);
  if (before !== undefined) {
    await recordVersionState(tx, { id, number: before.number, state: "past", at });
  }
  await recordVersionState(tx, { id, number: event.number, state: "in-force", at: null });
  await recordObjectives(tx, { id, terms: agreement.terms, at });
};

type Change = {
  readonly before: Deployment;
  readonly after: Deployment;
  readonly event: DeploymentEvent;
};

/** Versions, signatures and objectives that an event brings, beside the state. */
const recordAround = async (tx: Write, { before, after, event }: Change): Promise<void> => {
  const { id } = after;
  const { at } = event;
  const open = versionToSign(before);
  if (event.type === "issued" || event.type === "amendment-issued") {
    const version = versionToSign(after);
    if (version !== null) await recordIssued(tx, { id, version, at });
  } else if (event.type === "signed" || event.type === "in-force") {
    const { number, signature } = event;
    await recordSignature(tx, { id, number, signature, hash: open?.hash ?? "" });
    if (event.type === "in-force") await recordInForce(tx, event, after);
  } else if (event.type === "redrafted" || event.type === "amendment-dropped") {
    const { number, reason } = event;
    await recordVersionState(tx, { id, number, state: "taken-back", at, reason });
  } else if (event.type === "ended-early" && open !== null) {
    const { number } = open;
    await recordVersionState(tx, { id, number, state: "taken-back", at, reason: event.reason });
  }
};

/** Writes a deployment's next state and version, with the versions, signatures and objectives that came of the event. */
export const recordDeployment = async (
  tx: Write,
  seen: Pick<DeploymentRow, "id" | "version">,
  change: Change & { readonly changedAt: string; readonly dueAt: Instant | null },
): Promise<void> => {
  const { after, changedAt, dueAt } = change;
  await tx
    .update(deployments)
    .set({ ...columnsOf(after), changedAt, dueAt, version: seen.version + 1 })
    .where(and(eq(deployments.id, seen.id), eq(deployments.version, seen.version)));
  await recordAround(tx, change);
};

/** Puts mails about deployments in the outbox, in the transaction that gives the reason for them. */
export const recordDeploymentMails = async (
  tx: Write,
  mails: readonly (typeof outboxMails.$inferInsert)[],
): Promise<void> => {
  if (mails.length > 0) await tx.insert(outboxMails).values([...mails]);
};
