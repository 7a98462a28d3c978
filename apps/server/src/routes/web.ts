import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { Dependencies } from "../deps.ts";

const year = "public, max-age=31536000, immutable";

/** The built web app: hashed assets for ever, and one page for every address of the app. */
export const webApp = (deps: Pick<Dependencies, "webFolder">): Hono => {
  const page = readFileSync(join(deps.webFolder, "index.html"), "utf8");
  return new Hono()
    .use("/assets/*", async (c, next) => {
      await next();
      if (c.res.ok) c.header("cache-control", year);
    })
    .use("/assets/*", serveStatic({ root: deps.webFolder, precompressed: true }))
    .get("/favicon.svg", serveStatic({ root: deps.webFolder }))
    .get("/assets/*", (c) => c.text("There is no such file.", 404))
    .get("*", (c) => {
      c.header("cache-control", "no-cache");
      return c.html(page);
    });
};
