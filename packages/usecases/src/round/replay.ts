import type { Area } from "@alongside/db/views/area";
import { findRun, type RunRow } from "@alongside/db/views/round";
import type { Read } from "@alongside/db";
import type { RoundId } from "@alongside/domain/round";
import type { Placement, Plan, RoundChange } from "@alongside/matching";
import { found, type Context } from "../context/index.ts";
import { engine } from "../engine/index.ts";
import { fingerprint, fingerprintOfPlan, thawPlan } from "./frozen.ts";
import { openRound } from "./place.ts";

/** What a repair was made from beside its frozen problem. */
export type Mending = {
  readonly change: Extract<RoundChange, { kind: "declined" }>;
  readonly confirmed: readonly Placement[];
};

/** Guarantee: only repairs write what they were made from, and they write a `Mending`. */
const thawMending = (text: string): Mending => JSON.parse(text) as Mending;

export const freezeMending = (mending: Mending): string => JSON.stringify(mending);

const previousPlan = async (read: Read, id: RoundId, run: RunRow): Promise<Plan | undefined> =>
  run.previous === null ? undefined : thawPlan(found(await findRun(read, id, run.previous)).plan);

const remake = (run: RunRow, kept: Plan, previous: Plan | undefined): Promise<Plan> => {
  const { problem: round } = run;
  const { work } = kept;
  if (run.mending !== null && previous !== undefined)
    return engine.plan({ kind: "repair", round, previous, work, ...thawMending(run.mending) });
  const before = previous === undefined ? {} : { previous: { assignments: previous.assignments } };
  return engine.plan({ kind: "solve", round, work, ...before });
};

/**
 * Makes a run again from its frozen problem, spending the same work, and compares the bytes: also a run that ran out of time comes out the
 * same. One that somebody stopped may come out otherwise: `isRepeatable` says whether it must be the same.
 */
export const replayRun = async (
  ctx: Context,
  area: Area,
  given: { readonly id: RoundId; readonly run: number },
) => {
  await openRound(ctx, ctx.read, { area, id: given.id });
  const run = found(await findRun(ctx.read, given.id, given.run));
  const kept = thawPlan(run.plan);
  const plan = await remake(run, kept, await previousPlan(ctx.read, given.id, run));
  const hash = fingerprintOfPlan(plan);
  return {
    run: run.number,
    isProblemIntact: fingerprint(run.problem) === run.problemHash,
    isSame: hash === run.planHash && fingerprintOfPlan(kept) === run.planHash,
    isRepeatable: !run.wasCancelled,
    planHash: run.planHash,
    againHash: hash,
    milliseconds: plan.ms,
  };
};
