import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { policies, routePolicyOf } from "@alongside/api";
import type { Dependencies } from "../deps.ts";
import { arrivalOf } from "../turn.ts";
import type { Metrics } from "../metrics/metrics.ts";

export type Variables = { readonly requestId: string };

/** What opens a private address must not be read from the log. */
const withoutTokens = (path: string): string => path.replace(/\/[\w-]{34}(?=\/|\.ics$|$)/g, "/…");

/** The pattern of the route that answered, or the procedure: a short list of names, whatever is asked for. */
const routeOf = (given: {
  readonly method: string;
  readonly path: string;
  readonly routes: readonly { readonly method: string; readonly path: string }[];
}): string => {
  const { path, routes } = given;
  const found = routes.find(({ method, path: pattern }) => routePolicyOf(`${method} ${pattern}`));
  if (found === undefined) return "none";
  if (found.path !== "/trpc/*") return found.path;
  const procedure = path.slice("/trpc/".length);
  if (procedure.includes(",")) return "/trpc/batch";
  return Object.hasOwn(policies, procedure) ? `/trpc/${procedure}` : "/trpc/*";
};

/** Gives every request an id, which the log, the answer's header and a fault's page share; and counts it. */
export const requestLog = (deps: Dependencies, metrics: Metrics) =>
  createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const requestId = deps.newId();
    const started = arrivalOf(c.env);
    c.set("requestId", requestId);
    await next();
    c.header("x-request-id", requestId);
    const { method } = c.req;
    const { status } = c.res;
    const path = withoutTokens(c.req.path);
    const ms = Math.round(performance.now() - started);
    const seconds = (performance.now() - started) / 1_000;
    const route = routeOf({ method, path: c.req.path, routes: matchedRoutes(c) });
    metrics.note({ method, route, status, seconds });
    deps.log.info({ requestId, method, path, status, ms }, "request");
  });
