import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";

const arrivals = new WeakMap<object, number>();

/** When a request came in, in milliseconds of `performance.now()`; now for one that did not come through a socket. */
export const arrivalOf = (environment: unknown): number => {
  const isAsked =
    typeof environment === "object" && environment !== null && "incoming" in environment;
  const { incoming }: { readonly incoming?: unknown } = isAsked ? environment : {};
  const known = typeof incoming === "object" && incoming !== null ? arrivals.get(incoming) : 0;
  return known || performance.now();
};

type Asked = {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly cameAt: number;
};

/**
 * One request begins in each turn of the event loop, none in the turn in which they are read. A thousand requests that come at once would otherwise
 * be worked through without a breath, and timers, live updates and everybody else would wait for all of them. Who has gone by the time of their turn
 * is not answered.
 */
export const oneATurn = (listener: RequestListener): RequestListener => {
  const waiting: Asked[] = [];
  let isRunning = false;
  const next = (): void => {
    const asked = waiting.shift();
    isRunning = asked !== undefined;
    if (asked === undefined) return;
    setImmediate(next);
    const { incoming, outgoing, cameAt } = asked;
    if (outgoing.destroyed) return;
    arrivals.set(incoming, cameAt);
    listener(incoming, outgoing);
  };
  return (incoming, outgoing) => {
    waiting.push({ incoming, outgoing, cameAt: performance.now() });
    if (isRunning) return;
    isRunning = true;
    setImmediate(() => setImmediate(next));
  };
};

/** The product behind a socket: begins one request in each turn. */
export const serverFor = (app: Pick<Hono, "fetch">): Server =>
  createServer(oneATurn(getRequestListener(app.fetch)));
