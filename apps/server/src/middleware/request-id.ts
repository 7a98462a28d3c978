import { createMiddleware } from "hono/factory";
import type { Dependencies } from "../deps.ts";

export type Variables = { readonly requestId: string };

/** What opens a private address must not be read from the log. */
const withoutTokens = (path: string): string => path.replace(/\/[\w-]{34}(?=\/|\.ics$|$)/g, "/…");

/** Gives every request an id, which the log, the answer's header and a fault's page share. */
export const requestLog = (deps: Dependencies) =>
  createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const requestId = deps.newId();
    const started = performance.now();
    c.set("requestId", requestId);
    await next();
    c.header("x-request-id", requestId);
    const { method } = c.req;
    const path = withoutTokens(c.req.path);
    const ms = Math.round(performance.now() - started);
    deps.log.info({ requestId, method, path, status: c.res.status, ms }, "request");
  });
