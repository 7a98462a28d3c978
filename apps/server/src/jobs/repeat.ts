import type { Logger } from "pino";

export type Job = {
  readonly name: string;
  /** Milliseconds between the end of one round and the start of the next. */
  readonly pause: number;
  /** One round; what it answers goes to the log. */
  readonly round: () => Promise<Readonly<Record<string, number>>>;
  readonly log: Logger;
};

const longestEnd = 5_000;

const quiet = (counts: Readonly<Record<string, number>>): boolean =>
  Object.values(counts).every((count) => count === 0);

const runRound = async ({ name, round, log }: Job): Promise<void> => {
  try {
    const counts = await round();
    if (!quiet(counts)) log.info(counts, name);
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : "unknown" }, name);
  }
};

/** Does a piece of work again and again, one round at a time; answers how to stop it after the round under way. */
export const startJob = (job: Job): (() => Promise<void>) => {
  let isStopped = false;
  let wake: () => void = () => undefined;
  const loop = async (): Promise<void> => {
    while (!isStopped) {
      await runRound(job);
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
