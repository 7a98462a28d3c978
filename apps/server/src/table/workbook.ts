import { Worker } from "node:worker_threads";
import type { Sheet } from "./table.ts";

/** Downloads are rare and large ones are long: more threads than that would only share the same processors. */
const mostAtOnce = 2;
const patience = 60_000;

/** Guarantee: `workbook-thread.ts` is the only one to answer, once, with the bytes of a file. */
const toBytes = (value: unknown): Uint8Array<ArrayBuffer> => value as Uint8Array<ArrayBuffer>;

const inThread = (sheet: Sheet, script: URL): Promise<Uint8Array<ArrayBuffer>> => {
  const made = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const thread = new Worker(script, { workerData: sheet });
  const timer = setTimeout(() => made.reject(new Error("a workbook took too long")), patience);
  thread.once("message", (bytes) => made.resolve(toBytes(bytes)));
  thread.once("error", made.reject);
  thread.once("exit", () => made.reject(new Error("the thread of a workbook ended unasked")));
  return made.promise.finally(() => {
    clearTimeout(timer);
    void thread.terminate();
  });
};

/** Makes a workbook of one sheet. Rejects when its thread fails. */
export type MakeWorkbook = (sheet: Sheet) => Promise<Uint8Array<ArrayBuffer>>;

/** Workbooks are made in threads of their own, a few at a time, so that the server goes on answering. */
export const createWorkbooks = (
  script = new URL("./workbook-thread.ts", import.meta.url),
): MakeWorkbook => {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (sheet) => {
    if (busy >= mostAtOnce) await new Promise<void>((free) => waiting.push(free));
    busy += 1;
    try {
      return await inThread(sheet, script);
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };
};
