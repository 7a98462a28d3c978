import { createMiddleware } from "hono/factory";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site sends: a browser states where an unsafe request comes from in `Sec-Fetch-Site`,
 * an old one in `Origin`. A request that states neither comes from no browser page, and carries no cookie of one.
 */
export const isFromElsewhere = (headers: Headers, origin: string | undefined): boolean => {
  const site = headers.get("sec-fetch-site");
  const from = headers.get("origin");
  if (site !== null && site !== "same-origin") return true;
  return from !== null && from !== (origin ?? `http://${headers.get("host")}`);
};

/** `origin` is where browsers find the product; without one, where this request found it. */
export const sameOriginOnly = (origin: string | undefined) =>
  createMiddleware(async (c, next) => {
    if (!safeMethods.has(c.req.method) && isFromElsewhere(c.req.raw.headers, origin)) {
      return c.json({ error: "cross-site" }, 403);
    }
    return next();
  });
