import { Hono } from "hono";
import { isReachable } from "@alongside/db";
import type { Dependencies } from "../deps.ts";

/** `/health` says that the process lives, `/ready` that it reaches its database. */
export const health = (deps: Dependencies): Hono =>
  new Hono()
    .get("/health", (c) => c.json({ status: "up" }))
    .get("/ready", async (c) =>
      (await isReachable(deps.database))
        ? c.json({ status: "ready" })
        : c.json({ status: "the database does not answer" }, 503),
    );
