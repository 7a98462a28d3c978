// Loaded into a server by `--import`: while a file is there, its engine says how far it is once and goes on when it is told to stop.
import { existsSync } from "node:fs";
import { isMainThread, parentPort } from "node:worker_threads";

const file = process.env["HOLD_ENGINE_WHILE"] ?? "";

const partOf = (message: unknown, part: string): unknown =>
  typeof message === "object" && message !== null
    ? Object.entries(message).find(([name]) => name === part)?.[1]
    : undefined;

const flagIn = (message: unknown): Int32Array | undefined => {
  const stop = partOf(message, "stop");
  return stop instanceof Int32Array ? stop : undefined;
};

if (!isMainThread && parentPort !== null && file !== "") {
  const port = parentPort;
  const task: { stop?: Int32Array | undefined } = {};
  const on = port.on.bind(port);
  const postMessage = port.postMessage.bind(port);
  Object.assign(port, {
    on: (name: string, hear: (message: unknown) => void) =>
      on(name, (message: unknown) => {
        task.stop = flagIn(message);
        hear(message);
      }),
    postMessage: (message: unknown) => {
      postMessage(message);
      const { stop } = task;
      if (stop === undefined || partOf(message, "kind") !== "progress" || !existsSync(file)) return;
      task.stop = undefined;
      // Whoever says stop writes it down and wakes nobody.
      while (Atomics.load(stop, 0) === 0) Atomics.wait(stop, 0, 0, 20);
    },
  });
}
