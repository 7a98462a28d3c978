import { parentPort } from "node:worker_threads";

// Dies of the first question, as a thread does that runs out of memory.
parentPort?.on("message", (letter: { readonly kind: string }) => {
  if (letter.kind === "task") process.exit(1);
});
