import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import {
  deploymentTimeline,
  listAgreementVersions,
  listSignatures,
  type StoredDeployment,
} from "@alongside/db/views/deployment";
import { listCodeEntries, listRates } from "@alongside/db/views/partnership";
import { chargeFor, measureCatalogue } from "@alongside/domain/code-list";
import {
  faultOfTerms,
  nextStepOf,
  signatories,
  termsOf,
  versionToSign,
  type AgreementTerms,
  type DeploymentId,
} from "@alongside/domain/deployment";
import {
  isSignatory,
  mayRunDeployment,
  maySignAs,
  mayWriteAgreement,
} from "@alongside/domain/identity";
import { toReference } from "@alongside/domain/need";
import { readBalances } from "../capacity/index.ts";
import { standingConflicts } from "../conflict/index.ts";
import { todayOf, type Context } from "../context/index.ts";
import { pairOf } from "./no-conflict.ts";
import { openDeployment, type PlacedDeployment } from "./place.ts";

/** What the agreed days cost, line by line and in all, in pence; the share for brokering is part of it. */
export const costOf = ({ funding }: AgreementTerms) => {
  const lines = funding.map((line) => ({ ...line, ...chargeFor(line.halfDays, line) }));
  return {
    lines,
    pence: lines.reduce((sum, { pence }) => sum + pence, 0),
    brokeragePence: lines.reduce((sum, { brokeragePence }) => sum + brokeragePence, 0),
  };
};

const toTerms = (terms: AgreementTerms | null) =>
  terms === null ? null : { ...terms, cost: costOf(terms) };

/** The half-days of a deployment in the book: held before it is signed, then committed, booked, delivered and given up. */
const daysOf = async (read: Read, { row }: StoredDeployment) => {
  const balances = await readBalances(read, row.lineId);
  const promised = balances.commitments.get(row.id);
  return {
    held: balances.holds.get(row.offerId)?.halfDays ?? 0,
    committed: promised?.committed ?? 0,
    booked: promised?.booked ?? 0,
    delivered: promised?.delivered ?? 0,
    released: promised?.released ?? 0,
  };
};

const actsOf = ({ actor }: Context, { place, stored }: PlacedDeployment) => {
  const { deployment } = stored.row;
  const { state } = deployment;
  const runs = mayRunDeployment(actor, place);
  const toSign = versionToSign(deployment);
  const isRunning = state === "active" || state === "paused";
  const isParty = signatories.some((signatory) => maySignAs(actor, place, signatory));
  return {
    write: state === "drafting" && mayWriteAgreement(actor, place),
    issue: state === "drafting" && runs,
    takeBack: toSign !== null && (runs || isParty),
    amend: isRunning && toSign === null && runs,
    pause: state === "active" && runs,
    resume: state === "paused" && runs,
    complete: isRunning && toSign === null && runs,
    close: state === "evaluated" && runs,
    endEarly: (isRunning || state === "drafting" || state === "awaiting-signatures") && runs,
  };
};

/** For which of the three the actor may sign the version that is out, as oneself or on somebody's behalf. */
const signsAs = ({ actor }: Context, { place, stored }: PlacedDeployment) => {
  const step = nextStepOf(stored.row.deployment);
  return step.signatories
    .filter((signatory) => maySignAs(actor, place, signatory))
    .map((signatory) => ({ signatory, isOwn: isSignatory(actor, place, signatory) }));
};

const words = (value: unknown): string => (typeof value === "string" ? value : "");

const timelineOf = async (read: Read, id: DeploymentId) =>
  (await deploymentTimeline(read, id)).map(({ at, kind, by, onBehalfOf, payload }) => {
    const { reason, number }: Readonly<Record<string, unknown>> = JSON.parse(payload ?? "{}");
    return {
      at,
      kind,
      by,
      isOnBehalf: onBehalfOf !== null,
      reason: words(reason),
      number: typeof number === "number" ? number : null,
    };
  });

const versionsOf = async (read: Read, id: DeploymentId) => {
  const [rows, signatures] = await Promise.all([
    listAgreementVersions(read, id),
    listSignatures(read, id),
  ]);
  return rows.map(({ number: version, terms, hash, state, issuedAt, endedAt, reason }) => ({
    number: version,
    hash,
    state,
    issuedAt,
    endedAt,
    reason,
    terms: toTerms(terms),
    signatures: signatures.filter(({ number }) => number === version),
  }));
};

const sidesOf = ({ row, need, leader, kind, homeSchool, school, phase }: StoredDeployment) => ({
  leader: { personId: row.personId, name: leader, kind, homeSchool, homeUrn: row.homeUrn },
  school,
  urn: row.urn,
  phase,
  need: { id: need.id, reference: need.number === null ? null : toReference(need.number) },
  offerId: row.offerId,
});

/** A deployment's page: the agreement and its versions, who signed and who has still to, the days, what happened and what the actor may do. */
export const getDeployment = async (ctx: Context, area: Area, id: DeploymentId) => {
  const opened = await openDeployment(ctx, ctx.read, { area, id });
  const { stored } = opened;
  const { row } = stored;
  const { deployment } = row;
  const [days, versions, timeline, conflicts, entries] = await Promise.all([
    daysOf(ctx.read, stored),
    versionsOf(ctx.read, id),
    timelineOf(ctx.read, id),
    standingConflicts(ctx, ctx.read, pairOf(area, stored)),
    listCodeEntries(ctx.read, area.id),
  ]);
  const terms = termsOf(deployment);
  const label = (list: string, code: string) =>
    entries.find((entry) => entry.list === list && entry.code === code)?.label ?? code;
  return {
    id,
    version: row.version,
    state: row.state,
    today: todayOf(ctx),
    due: row.dueAt,
    ...sidesOf(stored),
    kind: label("designation", stored.kind),
    next: nextStepOf(deployment),
    reason:
      deployment.state === "paused" || deployment.state === "ended-early"
        ? deployment.reason
        : null,
    terms: toTerms(terms),
    fault: deployment.state === "drafting" ? (faultOfTerms(deployment.terms) ?? null) : null,
    toSign: versionToSign(deployment)?.number ?? null,
    inForce: "agreement" in deployment ? (deployment.agreement?.number ?? null) : null,
    versions,
    days,
    conflicts: conflicts.map(({ id: conflict, ground, state, conditions }) => ({
      id: conflict,
      kind: ground.kind,
      state,
      conditions,
    })),
    timeline,
    signsAs: signsAs(ctx, opened),
    sources: entries
      .filter(({ list }) => list === "funding-source")
      .map(({ code, label: name }) => ({ code, label: name })),
    may: actsOf(ctx, opened),
  };
};

/** What an agreement may be written with: measures with their unit and direction, sources of funding, and the rate card. */
export const listAgreementChoices = async (ctx: Context, area: Area, id: DeploymentId) => {
  const { stored } = await openDeployment(ctx, ctx.read, { area, id });
  const [entries, rates] = await Promise.all([
    listCodeEntries(ctx.read, area.id),
    listRates(ctx.read, area.id),
  ]);
  const usable = (list: string) =>
    entries.filter((entry) => entry.list === list && entry.retiredOn === null);
  const { need } = stored.need;
  return {
    measures: usable("measure").map(({ code, label }) => {
      const known = measureCatalogue.find((each) => each.code === code);
      const isOwn = known === undefined || known.publishedBy === "whoever-sets-it";
      return {
        code,
        label,
        isOwn,
        unit: isOwn ? "" : known.unit,
        direction: known?.direction ?? ("up" as const),
        source: isOwn ? "" : known.source,
      };
    }),
    sources: usable("funding-source").map(({ code, label }) => ({ code, label })),
    rates: rates
      .filter(({ retiredOn }) => retiredOn === null)
      .map(({ code, label, pencePerDay, brokerageShare }) => ({
        code,
        label,
        pencePerDay,
        brokerageShare,
      })),
    /** What the head asked for, to write objectives from. */
    wantedOutcome: need.state === "offered" ? need.ask.wantedOutcome : "",
  };
};
