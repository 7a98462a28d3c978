import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Order, Told } from "./host.ts";

/** Guarantee: the host is the only one to send, and it tells. */
const toTold = (value: unknown): Told => value as Told;

export type Hosted = { readonly address: string; readonly stop: () => Promise<void> };

/**
 * A process that serves one product after another: what the first has read and compiled, the next one need not. It ends with its worker.
 */
const startHost = (): ChildProcess => {
  const host = fork(fileURLToPath(new URL("./host.ts", import.meta.url)), { stdio: "pipe" });
  host.unref();
  host.channel?.unref();
  return host;
};

let host: ChildProcess | undefined;
let products = 0;

const answerTo = (process: ChildProcess, order: Order): Promise<Told> =>
  new Promise((done, fail) => {
    const hear = (message: unknown): void => {
      const told = toTold(message);
      if (told.id !== order.id) return;
      process.off("message", hear);
      process.off("exit", end);
      if (told.kind === "fault") fail(new Error(`the product did not do it: ${told.words}`));
      else done(told);
    };
    const end = (): void => fail(new Error("the host of the products ended"));
    process.on("message", hear);
    process.once("exit", end);
    process.send(order);
  });

/** Starts a product with these settings in the host of this worker, and hears what it writes. */
export const startHosted = async (
  variables: Readonly<Record<string, string>>,
  hear: (part: Buffer) => void,
): Promise<Hosted> => {
  host ??= startHost();
  const own = host;
  const id = (products += 1);
  own.stdout?.on("data", hear);
  own.stderr?.on("data", hear);
  const told = await answerTo(own, { id, kind: "start", variables });
  if (told.kind !== "started") throw new Error("the product did not start");
  const stop = async (): Promise<void> => {
    await answerTo(own, { id, kind: "stop" });
    own.stdout?.off("data", hear);
    own.stderr?.off("data", hear);
  };
  return { address: told.address, stop };
};
