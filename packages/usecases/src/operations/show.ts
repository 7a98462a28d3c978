import {
  countMails,
  listJobRuns,
  type JobRow,
  type MailQueue,
} from "@alongside/db/views/operations";
import { findLogEnd } from "@alongside/db/views/audit";
import { maySeeOperations } from "@alongside/domain/identity";
import { authorise, type Context } from "../context/index.ts";
import { chainJobName } from "./chain.ts";

export const backupJobName = "backup";

export type Operations = {
  readonly mails: MailQueue;
  readonly jobs: readonly JobRow[];
  readonly backup: JobRow | null;
  readonly verification: JobRow | null;
  /** Events in the log now, and how far its end is sealed. */
  readonly log: { readonly events: number; readonly anchored: number };
};

/** How the instance runs: mails that wait, regular work, the last backup, the last verification. Counts and times, nobody’s name. Refuses `not-allowed`. */
export const showOperations = async (ctx: Context): Promise<Operations> => {
  authorise(maySeeOperations(ctx.actor));
  const [mails, runs, end] = await Promise.all([
    countMails(ctx.read),
    listJobRuns(ctx.read),
    findLogEnd(ctx.read),
  ]);
  const named = (name: string) => runs.find((run) => run.name === name) ?? null;
  return {
    mails,
    jobs: runs.filter(({ name }) => name !== backupJobName && name !== chainJobName),
    backup: named(backupJobName),
    verification: named(chainJobName),
    log: { events: end.seq, anchored: end.anchored },
  };
};
