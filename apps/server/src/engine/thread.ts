import { parentPort } from "node:worker_threads";
import { engineWith, practiceTasks, type Watching } from "@alongside/usecases/engine";
import type { Letter, Reply } from "./letter.ts";

/** Guarantee: `open-engine.ts` is the only one to start this file, and it sends letters. */
const toLetter = (value: unknown): Letter => value as Letter;

const engineHere = engineWith(() => performance.now());

const reply = (message: Reply): void => parentPort?.postMessage(message);

const practise = async (): Promise<void> => {
  for (const task of practiceTasks) await engineHere.answer(task);
};

const answer = async ({ task, wants, stop }: Extract<Letter, { kind: "task" }>): Promise<void> => {
  const onProgress: Watching["onProgress"] = (progress) => reply({ kind: "progress", progress });
  try {
    if (wants === "plan")
      reply({ kind: "plan", plan: await engineHere.plan(task, { stop, onProgress }) });
    else reply({ kind: "answer", answer: await engineHere.answer(task, { stop, onProgress }) });
  } catch (error) {
    reply({ kind: "fault", words: error instanceof Error ? error.message : String(error) });
  }
};

parentPort?.on("message", (message: unknown) => {
  const letter = toLetter(message);
  void (letter.kind === "practise" ? practise() : answer(letter));
});
