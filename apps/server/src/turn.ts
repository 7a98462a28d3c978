import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
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

/**
 * One request begins in each turn of the event loop. The database answers within the call, so that a thousand requests that come at once
 * would be worked through without a breath, and timers, live updates and everybody else would wait for all of them. Who has gone by the time of
 * their turn is not answered.
 */
export const oneATurn = (listener: RequestListener): RequestListener => {
  const waiting: (() => void)[] = [];
  let isRunning = false;
  const next = (): void => {
    const go = waiting.shift();
    isRunning = go !== undefined;
    if (go === undefined) return;
    setImmediate(next);
    go();
  };
  return (incoming: IncomingMessage, outgoing) => {
    arrivals.set(incoming, performance.now());
    waiting.push(() => {
      if (!outgoing.destroyed) listener(incoming, outgoing);
    });
    if (isRunning) return;
    isRunning = true;
    setImmediate(next);
  };
};

/** The product behind a socket: begins one request in each turn. */
export const serverFor = (app: Pick<Hono, "fetch">): Server =>
  createServer(oneATurn(getRequestListener(app.fetch)));
