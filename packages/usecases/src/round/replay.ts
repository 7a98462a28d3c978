import type { Area } from "@alongside/db/views/area";
import { findRun, type RunRow } from "@alongside/db/views/round";
import type { Read } from "@alongside/db";
import type { RoundId } from "@alongside/domain/round";
import { resolve, type Placement, type Plan, type RoundChange } from "@alongside/matching";
import { found, type Context } from "../context/index.ts";
import { fingerprint, fingerprintOfPlan, readFrozen, thawPlan, thawProblem } from "./frozen.ts";
import { openRound } from "./place.ts";
import { solveApart } from "./solve.ts";

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

const remake = async (run: RunRow, previous: Plan | undefined): Promise<Plan> => {
  const problem = thawProblem(run.problem);
  if (run.mending !== null && previous !== undefined)
    return resolve({ problem: readFrozen(problem), previous, ...thawMending(run.mending) }).plan;
  return solveApart(problem, previous === undefined ? {} : { previous });
};

/**
 * Makes a run again from its frozen problem and compares the bytes. A run that was stopped, or ran out of time, may come out otherwise:
 * `isRepeatable` says whether it must be the same.
 */
export const replayRun = async (
  ctx: Context,
  area: Area,
  given: { readonly id: RoundId; readonly run: number },
) => {
  await openRound(ctx, ctx.read, { area, id: given.id });
  const run = found(await findRun(ctx.read, given.id, given.run));
  const plan = await remake(run, await previousPlan(ctx.read, given.id, run));
  const hash = fingerprintOfPlan(plan);
  return {
    run: run.number,
    isProblemIntact: fingerprint(run.problem) === run.problemHash,
    isSame: hash === run.planHash && fingerprintOfPlan(thawPlan(run.plan)) === run.planHash,
    isRepeatable: run.isProved && !run.wasCancelled,
    planHash: run.planHash,
    againHash: hash,
    milliseconds: plan.ms,
  };
};
