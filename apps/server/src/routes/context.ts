import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context as HonoContext } from "hono";
import type { ApiContext } from "@alongside/api";
import { cookiesOf, isTls, type Dependencies } from "../deps.ts";
import type { Variables } from "../middleware/request-id.ts";
import type { SessionVariables } from "../middleware/session.ts";

/** Only behind the TLS proxy that the product names does a forwarded address count: anyone can write the header. */
const addressOf = (deps: Dependencies, c: HonoContext): string => {
  const forwarded = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  return (isTls(deps) ? forwarded : undefined) ?? getConnInfo(c).remote.address ?? "unknown";
};

/** What use cases and procedures get from a request. */
export const toContext = (
  deps: Dependencies,
  c: HonoContext<{ Variables: Variables & SessionVariables }>,
): Omit<ApiContext, "setCookie"> => ({
  actor: c.get("actor"),
  requestId: c.get("requestId"),
  sessionId: c.get("sessionId"),
  auth: deps.auth,
  cookies: cookiesOf(deps),
  mailboxOrigin: deps.showsMailbox ? new URL(c.req.url).origin : undefined,
  address: addressOf(deps, c),
  userAgent: c.req.header("user-agent") ?? "",
  files: deps.files,
  now: deps.now,
  newId: deps.newId,
  read: deps.database.read,
  write: deps.database.write,
});
