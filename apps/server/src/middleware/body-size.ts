import { createMiddleware } from "hono/factory";

/**
 * Refuses a body that is larger than `most` bytes (413), or that does not say how large it is (411). Browsers always say;
 * whoever does not would be found out only half way through a procedure.
 */
export const bodyOfAtMost = (most: number) =>
  createMiddleware(async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const stated = c.req.header("content-length");
    if (stated === undefined) return c.json({ error: "length-required" }, 411);
    return Number(stated) <= most ? next() : c.json({ error: "too-large" }, 413);
  });
