import { Worker } from "node:worker_threads";
import type { Plan } from "./plan.ts";
import type { Placement } from "./problem.ts";
import type { Fault } from "./problem/check.ts";
import type { WorkSpent } from "./solve/clock.ts";
import type { Progress } from "./solve/options.ts";

export type WorkerTask = {
  /** The round in the exchange format, not yet read. */
  readonly round: unknown;
  readonly cancelled: SharedArrayBuffer;
  readonly budgetMs?: number;
  readonly work?: number | WorkSpent;
  readonly previous?: { readonly assignments: readonly Placement[] };
};

export type WorkerOptions = {
  readonly budgetMs?: number;
  /** Instead of a time: a plan's own `work` replays its run. */
  readonly work?: number | WorkSpent;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly previous?: { readonly assignments: readonly Placement[] };
};

export type WorkerAnswer =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type Message =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "faults"; readonly faults: readonly Fault[] };

const taskFor = (round: unknown, options: WorkerOptions): WorkerTask => ({
  round,
  cancelled: new SharedArrayBuffer(4),
  ...(options.budgetMs === undefined ? {} : { budgetMs: options.budgetMs }),
  ...(options.work === undefined ? {} : { work: options.work }),
  ...(options.previous === undefined ? {} : { previous: options.previous }),
});

const start = (): Worker => {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  worker.unref();
  return worker;
};

/** One thread is kept after its work, because starting one takes longer than a zone's round. */
const idle: Worker[] = [];

/** Starts a thread ahead of the first round and has it practise on invented ones. It keeps no process alive. */
export const warmWorker = (): void => {
  if (idle.length > 0) return;
  const worker = start();
  worker.postMessage("warm-up");
  idle.push(worker);
};

const release = (worker: Worker): void => {
  worker.unref();
  if (idle.length === 0) idle.push(worker);
  else void worker.terminate();
};

/**
 * Reads and solves a round in a thread of its own, so that a server goes on answering. Cancelling gives the best plan so far.
 * Rejects only when the thread itself fails.
 */
export const runInWorker = (round: unknown, options: WorkerOptions = {}): Promise<WorkerAnswer> =>
  new Promise((settle, reject) => {
    const task = taskFor(round, options);
    const cancel = (): void => {
      Atomics.store(new Int32Array(task.cancelled), 0, 1);
    };
    if (options.signal?.aborted === true) cancel();
    options.signal?.addEventListener("abort", cancel, { once: true });
    const worker = idle.pop() ?? start();
    worker.ref();
    const end = (answer: WorkerAnswer): void => {
      options.signal?.removeEventListener("abort", cancel);
      worker.off("message", hear);
      worker.off("error", reject);
      release(worker);
      settle(answer);
    };
    const hear = (message: Message): void => {
      if (message.kind === "progress") options.onProgress?.(message.progress);
      else if (message.kind === "plan") end({ ok: true, plan: message.plan });
      else end({ ok: false, faults: message.faults });
    };
    worker.on("message", hear);
    worker.on("error", reject);
    worker.postMessage(task);
  });
