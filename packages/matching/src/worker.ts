import { parentPort } from "node:worker_threads";
import { readProblem } from "./problem/read.ts";
import { solve } from "./solve/solve.ts";
import type { WorkerTask } from "./run-in-worker.ts";

/** Guarantee: `runInWorker` is the only one to start this file, and it hands over a task. */
const taskOf = (value: unknown): WorkerTask => value as WorkerTask;

const run = (task: WorkerTask): void => {
  const reading = readProblem(task.round);
  if (!reading.ok) {
    parentPort?.postMessage({ kind: "faults", faults: reading.faults });
    return;
  }
  const cancelled = new Int32Array(task.cancelled);
  const plan = solve(reading.problem, {
    now: () => performance.now(),
    signal: {
      get aborted() {
        return Atomics.load(cancelled, 0) === 1;
      },
    },
    onProgress: (progress) => parentPort?.postMessage({ kind: "progress", progress }),
    ...(task.budgetMs === undefined ? {} : { budgetMs: task.budgetMs }),
    ...(task.previous === undefined ? {} : { previous: task.previous }),
  });
  parentPort?.postMessage({ kind: "plan", plan });
};

parentPort?.on("message", (message: unknown) => run(taskOf(message)));
