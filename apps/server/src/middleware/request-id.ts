import { createMiddleware } from "hono/factory";
import type { Dependencies } from "../deps.ts";

export type Variables = { readonly requestId: string };

/** Gives every request an id, which the log, the answer's header and a fault's page share. */
export const requestLog = (deps: Dependencies) =>
  createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const requestId = deps.newId();
    const started = performance.now();
    c.set("requestId", requestId);
    await next();
    c.header("x-request-id", requestId);
    const { method, path } = c.req;
    const ms = Math.round(performance.now() - started);
    deps.log.info({ requestId, method, path, status: c.res.status, ms }, "request");
  });
