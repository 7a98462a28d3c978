import type { JobRun } from "@alongside/usecases/operations";
import type { Logger } from "pino";

export type Job = {
  readonly name: string;
  /** Milliseconds between the end of one round and the start of the next. */
  readonly pause: number;
  /** One round; what it answers goes to the log. */
  readonly round: () => Promise<Readonly<Record<string, number>>>;
  readonly log: Logger;
  /** Keeps how a round went, for the page of operations. */
  readonly note?: ((run: JobRun) => Promise<void>) | undefined;
  /** Only rounds in which something was made count as run: for work that is due now and then. */
  readonly isNotedWhenQuiet?: false;
};

const longestEnd = 5_000;
/** A round in which nothing happened is noted this often at most: an idle product hardly writes. */
const noteEvery = 60_000;

const quiet = (counts: Readonly<Record<string, number>>): boolean =>
  Object.values(counts).every((count) => count === 0);

type Ended = Pick<JobRun, "counts" | "error">;

const runRound = async ({ name, round, log }: Job): Promise<Ended> => {
  try {
    const counts = await round();
    if (!quiet(counts)) log.info(counts, name);
    return { counts, error: null };
  } catch (error) {
    const named = error instanceof Error ? error.name : "unknown";
    log.error({ error: named }, name);
    return { counts: {}, error: named };
  }
};

/** Notes each round that did something or failed, and of the others one a minute. */
const createNoting = ({ name, note, log, isNotedWhenQuiet }: Job) => {
  let notedAt = 0;
  return async (startedAt: number, { counts, error }: Ended): Promise<void> => {
    const endedAt = Date.now();
    if (note === undefined) return;
    const isTold = isNotedWhenQuiet !== false && endedAt - notedAt >= noteEvery;
    if (quiet(counts) && error === null && !isTold) return;
    notedAt = error === null ? endedAt : 0;
    const times = { startedAt: new Date(startedAt), endedAt: new Date(endedAt) };
    const run = {
      name,
      startedAt: times.startedAt.toISOString(),
      endedAt: times.endedAt.toISOString(),
      counts,
      error,
    };
    await note(run).catch(() => log.error({ job: name }, "not noted"));
  };
};

/** Does a piece of work again and again, one round at a time; answers how to stop it after the round under way. */
export const startJob = (job: Job): (() => Promise<void>) => {
  let isStopped = false;
  let wake: () => void = () => undefined;
  const keep = createNoting(job);
  const loop = async (): Promise<void> => {
    while (!isStopped) {
      const startedAt = Date.now();
      await keep(startedAt, await runRound(job));
      await new Promise<void>((next) => {
        wake = next;
        setTimeout(next, job.pause).unref();
      });
    }
  };
  const ended = loop();
  return async () => {
    isStopped = true;
    wake();
    await Promise.race([ended, new Promise((next) => setTimeout(next, longestEnd).unref())]);
  };
};
