import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { routePolicyOf, statusOf } from "@alongside/api";
import { mayOperate } from "@alongside/domain/identity";
import type { Refusal } from "@alongside/domain/refusal";
import type { AppVariables } from "../app.ts";

type Route = { readonly method: string; readonly path: string };

const policyIn = ({ method, path }: Route) => routePolicyOf(`${method} ${path}`);

/** What answers a request: the first route that is no middleware. Middleware stands on all methods, and has no line. */
const answering = (routes: readonly Route[]): Route | undefined =>
  routes.find((route) => route.method !== "ALL" || policyIn(route) !== undefined);

/**
 * The policy of a route as a whole, asked before its handler runs. What its record allows beyond that is the use case's to ask. A route
 * without a policy is for nobody.
 */
export const keepRoutePolicy = createMiddleware<AppVariables>(async (c, next) => {
  const refuse = (refusal: Refusal) => c.json({ refusal }, statusOf(refusal).http);
  const route = answering(matchedRoutes(c));
  const policy = route === undefined ? undefined : policyIn(route);
  if (policy === undefined) return refuse({ kind: "not-found" });
  if (policy === "everyone") return next();
  const actor = c.get("actor");
  if (actor?.kind !== "person") return refuse({ kind: "sign-in-required" });
  return policy === "operator" && !mayOperate(actor) ? refuse({ kind: "not-allowed" }) : next();
});
