import { Worker } from "node:worker_threads";
import {
  newStopFlag,
  type Engine,
  type EngineTask,
  type Watching,
} from "@alongside/usecases/engine";
import type { Letter, Reply } from "./letter.ts";

/** Guarantee: `thread.ts` is the only one to answer, and it sends replies. */
const toReply = (value: unknown): Reply => value as Reply;

type Threads = {
  readonly script: URL;
  /** Threads that have nothing to do; one is kept, because starting one takes longer than a zone's round. */
  readonly idle: Worker[];
  readonly waiting: (() => void)[];
  busy: number;
};

/** A small round is not kept waiting by a large one; more threads than that would only share the same processors. */
const mostAtOnce = 3;

/** A thread that fails while nobody asks it anything is left out from then on. */
const begin = ({ idle, script }: Threads): Worker => {
  const thread = new Worker(script);
  thread.unref();
  thread.on("error", () => undefined);
  thread.on("exit", () => {
    const place = idle.indexOf(thread);
    if (place >= 0) idle.splice(place, 1);
  });
  return thread;
};

const post = (thread: Worker, letter: Letter): void => thread.postMessage(letter);

const takeThread = async (threads: Threads): Promise<Worker> => {
  if (threads.busy >= mostAtOnce)
    await new Promise<void>((free) => {
      threads.waiting.push(free);
    });
  threads.busy += 1;
  const thread = threads.idle.pop() ?? begin(threads);
  thread.ref();
  return thread;
};

const giveBack = (threads: Threads, thread: Worker, isWell: boolean): void => {
  threads.busy -= 1;
  thread.unref();
  if (isWell && threads.idle.length === 0) threads.idle.push(thread);
  else void thread.terminate();
  threads.waiting.shift()?.();
};

type LastReply = Exclude<Reply, { readonly kind: "progress" }>;

const send = async (
  threads: Threads,
  letter: Extract<Letter, { kind: "task" }>,
  onProgress: Watching["onProgress"],
): Promise<LastReply> => {
  const thread = await takeThread(threads);
  const answered = Promise.withResolvers<LastReply>();
  const hear = (message: unknown): void => {
    const reply = toReply(message);
    if (reply.kind === "progress") onProgress?.(reply.progress);
    else answered.resolve(reply);
  };
  const end = (): void => answered.reject(new Error("the engine's thread ended unasked"));
  thread.on("message", hear);
  thread.once("error", answered.reject);
  thread.once("exit", end);
  try {
    post(thread, letter);
  } catch (error) {
    answered.reject(error);
  }
  const isWell = await answered.promise.then(
    () => true,
    () => false,
  );
  thread.off("message", hear);
  thread.off("error", answered.reject);
  thread.off("exit", end);
  giveBack(threads, thread, isWell);
  return answered.promise;
};

/**
 * The engine in threads of its own, so that the server goes on answering while it works. The first is started and practises at once. Rejects
 * for a round that cannot be read, and when a thread fails; the next question gets a fresh one.
 */
export const openEngine = (script = new URL("./thread.ts", import.meta.url)): Engine => {
  const threads: Threads = { script, idle: [], waiting: [], busy: 0 };
  const first = begin(threads);
  post(first, { kind: "practise" });
  threads.idle.push(first);
  const ask = async (task: EngineTask, wants: "plan" | "answer", watching: Watching = {}) => {
    const { stop = newStopFlag(), onProgress } = watching;
    const reply = await send(threads, { kind: "task", task, wants, stop }, onProgress);
    if (reply.kind === "fault") throw new Error(reply.words);
    return reply;
  };
  return {
    plan: async (task, watching) => {
      const reply = await ask(task, "plan", watching);
      return reply.kind === "plan" ? reply.plan : reply.answer.plan;
    },
    answer: async (task, watching) => {
      const reply = await ask(task, "answer", watching);
      if (reply.kind === "answer") return reply.answer;
      throw new Error("the engine's thread gave a plan without its reasons");
    },
  };
};
