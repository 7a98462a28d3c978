import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Context as HonoContext } from "hono";
import { appRouter } from "@alongside/api";
import type { Dependencies } from "../deps.ts";
import { faultFacts } from "../middleware/fault-facts.ts";
import type { Variables } from "../middleware/request-id.ts";
import type { SessionVariables } from "../middleware/session.ts";
import { toContext } from "./context.ts";

const batchLimit = 10;

/** The procedures. A batch holds at most ten calls; a fault goes to the log, and its request id to the screen. */
export const answerTrpc = (
  deps: Dependencies,
  c: HonoContext<{ Variables: Variables & SessionVariables }>,
): Response | Promise<Response> => {
  const calls = c.req.path.slice("/trpc/".length).split(",").length;
  if (calls > batchLimit) return c.json({ error: "batch-too-large" }, 400);
  return fetchRequestHandler({
    endpoint: "/trpc",
    req: c.req.raw,
    router: appRouter,
    createContext: ({ resHeaders }) => ({
      ...toContext(deps, c),
      setCookie: (header: string) => resHeaders.append("set-cookie", header),
    }),
    onError: ({ error, path }) => {
      if (error.code !== "INTERNAL_SERVER_ERROR") return;
      deps.log.error({ requestId: c.get("requestId"), path, ...faultFacts(error.cause) }, "fault");
    },
  });
};
