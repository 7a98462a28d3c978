import { recordJobRun, type JobRun } from "@alongside/db/stores/operations";
import { recordOldRepliesForgotten } from "@alongside/db/stores/retention";
import type { Context } from "../context/index.ts";

export type { JobRun } from "@alongside/db/stores/operations";

/** Notes how a round of regular work went. */
export const noteJobRun = (ctx: Pick<Context, "write">, run: JobRun): Promise<void> =>
  ctx.write((tx) => recordJobRun(tx, run));

const month = 30 * 24 * 60 * 60_000;

/** Forgets replies that no sender asks for again. Answers how many. */
export const sweepReplies = (ctx: Context): Promise<number> =>
  ctx.write((tx) => recordOldRepliesForgotten(tx, new Date(ctx.now() - month).toISOString()));
