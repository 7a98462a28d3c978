import {
  findLogEnd,
  verifyChain,
  type ChainReport,
  type CheckSeal,
} from "@alongside/db/views/audit";
import { recordAnchor, recordJobRun } from "@alongside/db/stores/operations";
import { findJobRun } from "@alongside/db/views/operations";
import { maySeeOperations } from "@alongside/domain/identity";
import { authorise, instantOf, record, type Context } from "../context/index.ts";

export const chainJobName = "chain-verification";

const purpose = "anchor of the log";
const wordsOf = (end: { seq: number; hash: string; at: string }): string =>
  `${end.seq} ${end.hash} ${end.at}`;

type Seal = NonNullable<Context["auth"]>["seal"];

/** Whether this instance sealed an anchor of the log. */
export const checksSealOf =
  (seal: Seal): CheckSeal =>
  (anchor) =>
    seal.fingerprint(wordsOf(anchor), purpose) === anchor.seal;

const anchorEvery = 10 * 60_000;

/** Seals the end of the log when it has moved on since the last anchor, every ten minutes at most. Answers how many were made: none or one. */
export const anchorLog = async (
  ctx: Context & { readonly auth: { readonly seal: Seal } },
): Promise<number> => {
  const { seq, hash, anchored, anchoredAt } = await findLogEnd(ctx.read);
  const isYoung = anchoredAt !== null && Date.parse(anchoredAt) > ctx.now() - anchorEvery;
  if (seq === anchored || isYoung) return 0;
  const at = instantOf(ctx);
  const seal = ctx.auth.seal.fingerprint(wordsOf({ seq, hash, at }), purpose);
  await ctx.write((tx) => recordAnchor(tx, { seq, hash, at, seal }));
  return 1;
};

/** Walks the whole log, and notes what was found for the page of operations. */
const verify = async (ctx: Context): Promise<ChainReport> => {
  const startedAt = instantOf(ctx);
  const report = await verifyChain(
    ctx.read,
    ctx.auth === undefined ? undefined : checksSealOf(ctx.auth.seal),
  );
  const { events, erased, anchors, fault } = report;
  const counts = { events, erased, anchors, ...(fault === null ? {} : { faultAt: fault.seq }) };
  const error = fault === null ? null : "the chain does not hold";
  const run = { name: chainJobName, startedAt, endedAt: instantOf(ctx), counts, error };
  await ctx.write((tx) => recordJobRun(tx, run));
  return report;
};

/** Verifies the log now, for whoever sees how the instance runs; that it was asked is on record. Refuses `not-allowed`. */
export const verifyLog = async (ctx: Context): Promise<ChainReport> => {
  authorise(maySeeOperations(ctx.actor));
  const report = await verify(ctx);
  await ctx.write((tx) =>
    record(ctx, tx, {
      areaId: null,
      entity: "log",
      entityId: "log",
      entityVersion: 0,
      kind: "log-verified",
      payload: { events: report.events, faultAt: report.fault?.seq ?? null },
    }),
  );
  return report;
};

const day = 24 * 60 * 60_000;

/** Verifies the log once a day: for a job. Answers how many events were walked, and how many faults were met. */
export const verifyDaily = async (
  ctx: Context,
): Promise<{ readonly verified: number; readonly faults: number }> => {
  const last = await findJobRun(ctx.read, chainJobName);
  if (last !== undefined && Date.parse(last.endedAt) > ctx.now() - day) {
    return { verified: 0, faults: 0 };
  }
  const { events, fault } = await verify(ctx);
  return { verified: events, faults: fault === null ? 0 : 1 };
};
