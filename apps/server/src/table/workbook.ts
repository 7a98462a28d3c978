import { Worker } from "node:worker_threads";
import type { Sheet } from "./table.ts";

/** Downloads are rare and large ones are long: more threads than that would only share the same processors. */
const mostAtOnce = 2;
const patience = 60_000;

/** Guarantee: `workbook-thread.ts` is the only one to answer, once, with the bytes of a file. */
const toBytes = (value: unknown): Uint8Array<ArrayBuffer> => value as Uint8Array<ArrayBuffer>;

const open = (script: URL, idle: Worker[]): Worker => {
  const thread = new Worker(script);
  // One that dies while nobody asks is not asked again.
  thread.on("error", () => undefined);
  thread.once("exit", () => idle.splice(0, idle.length, ...idle.filter((each) => each !== thread)));
  thread.unref();
  return thread;
};

const ask = (thread: Worker, sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> => {
  const made = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const ended = () => made.reject(new Error("the thread of a workbook ended unasked"));
  const timer = setTimeout(() => made.reject(new Error("a workbook took too long")), patience);
  thread.once("message", (bytes) => made.resolve(toBytes(bytes)));
  thread.once("error", made.reject);
  thread.once("exit", ended);
  thread.postMessage(sheet);
  return made.promise.finally(() => {
    clearTimeout(timer);
    thread.off("error", made.reject).off("exit", ended);
  });
};

/** Makes a workbook of one sheet. Rejects when its thread fails. */
export type MakeWorkbook = (sheet: Sheet) => Promise<Uint8Array<ArrayBuffer>>;

/** Workbooks are made in threads of their own, a few at a time, so that the server goes on answering. A thread stays for the next one. */
export const createWorkbooks = (
  script = new URL("./workbook-thread.ts", import.meta.url),
): MakeWorkbook => {
  const waiting: (() => void)[] = [];
  const idle: Worker[] = [];
  let busy = 0;
  return async (sheet) => {
    if (busy >= mostAtOnce) await new Promise<void>((free) => waiting.push(free));
    busy += 1;
    const thread = idle.pop() ?? open(script, idle);
    try {
      const bytes = await ask(thread, sheet);
      idle.push(thread);
      return bytes;
    } catch (error) {
      void thread.terminate();
      throw error;
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };
};
