import { parentPort } from "node:worker_threads";
import { generate } from "./generate/generate.ts";
import { readProblem } from "./problem/read.ts";
import { solve } from "./solve/solve.ts";
import type { WorkerTask } from "./run-in-worker.ts";

/** Guarantee: `run-in-worker.ts` is the only one to start this file, and it hands over a task or asks to warm up. */
const taskOf = (value: unknown): WorkerTask | "warm-up" => value as WorkerTask | "warm-up";

/** A few invented rounds of a zone, so that the first real one finds compiled code. */
const warmUp = (): void => {
  for (const seed of ["w1", "w2", "w3", "w4"]) {
    const reading = readProblem(generate({ size: "zone", seed }));
    if (reading.ok) solve(reading.problem);
  }
};

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
    ...(task.work === undefined ? {} : { work: task.work }),
    ...(task.previous === undefined ? {} : { previous: task.previous }),
  });
  parentPort?.postMessage({ kind: "plan", plan });
};

parentPort?.on("message", (message: unknown) => {
  const task = taskOf(message);
  if (task === "warm-up") warmUp();
  else run(task);
});
