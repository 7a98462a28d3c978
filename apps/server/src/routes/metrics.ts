import { createHash, timingSafeEqual } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono, type Context as HonoContext } from "hono";
import { commandLine } from "@alongside/domain/identity";
import { showOperations } from "@alongside/usecases/operations";
import type { AppVariables } from "../app.ts";
import { isTls, type Dependencies } from "../deps.ts";
import type { Metrics } from "../metrics/metrics.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const bearsToken = (c: HonoContext, token: string): boolean =>
  timingSafeEqual(digest(c.req.header("authorization") ?? ""), digest(`Bearer ${token}`));

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** A caller on the same machine. What a proxy passes on comes from there too, so that nothing that was passed on counts. */
const isOnSameMachine = (c: HonoContext): boolean =>
  c.req.header("x-forwarded-for") === undefined &&
  c.req.header("forwarded") === undefined &&
  loopback.has(getConnInfo(c).remote.address ?? "");

/** With a token set it is asked for. Without one, only a development instance answers, and only its own machine. */
const mayRead = (deps: Dependencies, c: HonoContext): boolean => {
  if (deps.metricsToken !== undefined) return bearsToken(c, deps.metricsToken);
  return !isTls(deps) && isOnSameMachine(c);
};

/** What the process counts, as Prometheus reads it. To everybody else it is not there. */
export const metricsRoute = (deps: Dependencies, metrics: Metrics): Hono<AppVariables> =>
  new Hono<AppVariables>().get("/metrics", async (c) => {
    if (!mayRead(deps, c)) return c.json({ refusal: { kind: "not-found" } }, 404);
    const { now, newId, database } = deps;
    const { read, write } = database;
    const base = { actor: commandLine, requestId: c.get("requestId"), now, newId, read, write };
    c.header("content-type", "text/plain; version=0.0.4; charset=utf-8");
    return c.body(metrics.text(await showOperations(base), now()));
  });
