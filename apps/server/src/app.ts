import { Hono } from "hono";
import { compress } from "hono/compress";
import { isOutage } from "@alongside/usecases/context";
import { isTls, type Dependencies } from "./deps.ts";
import { faultFacts } from "./middleware/fault-facts.ts";
import { bodyOfAtMost } from "./middleware/body-size.ts";
import { keepRoutePolicy } from "./middleware/policy.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { requestLog, type Variables } from "./middleware/request-id.ts";
import { sameOriginOnly } from "./middleware/same-origin.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { whoAsks, type SessionVariables } from "./middleware/session.ts";
import { returnPath } from "@alongside/auth";
import { calendars } from "./routes/calendar.ts";
import { externalReturns } from "./routes/external.ts";
import { attachments, sandboxed } from "./routes/attachment.ts";
import { answerTrpc } from "./routes/trpc.ts";
import { health } from "./routes/health.ts";
import { importFiles } from "./routes/import-file.ts";
import { agreementFiles } from "./routes/pdf.ts";
import { lists } from "./routes/list.ts";
import { metricsRoute } from "./routes/metrics.ts";
import { concernLists } from "./routes/concern-list.ts";
import { meetingLists } from "./routes/meeting-list.ts";
import { reviewLists } from "./routes/review-list.ts";
import { packFiles } from "./routes/pack.ts";
import { boardLists } from "./routes/board-list.ts";
import { roundLists } from "./routes/round-list.ts";
import { subjectAccessFiles } from "./routes/subject-access.ts";
import { marketLists } from "./routes/market-list.ts";
import { supplyLists } from "./routes/supply-list.ts";
import { visitLists } from "./routes/visit-list.ts";
import { webApp } from "./routes/web.ts";

export type AppVariables = { Variables: Variables & SessionVariables };

/** Where it matters who asks. */
const askedWho = ["/trpc/*", "/files/*", returnPath(":provider")];

const largestBody = 1024 * 1024;

/** An outage that is met before a procedure has its turn, in the shape in which procedures answer one. */
const outageOf = (requestId: string) => {
  const code = "SERVICE_UNAVAILABLE";
  const sentence =
    "The database cannot be reached or written to at the moment. Nothing was changed: try again in a few minutes.";
  return {
    error: { code: -32603, message: code, data: { code, httpStatus: 503, requestId } },
    sentence,
  };
};

/** The whole product behind one port, made of what it is given: no clock, no settings, no sockets of its own. */
export const createApp = (deps: Dependencies): Hono<AppVariables> => {
  const app = new Hono<AppVariables>();
  const metrics = createMetrics();
  app.use(requestLog(deps, metrics));
  app.use("/files/areas/:area/needs/:need/files/*", sandboxed);
  app.use(securityHeaders(isTls(deps)));
  app.use(compress());
  app.route("/", health(deps));
  app.route("/", metricsRoute(deps, metrics));
  app.use(sameOriginOnly(deps.origin));
  for (const path of askedWho) app.use(path, whoAsks(deps));
  app.use(keepRoutePolicy);
  app.use("/trpc/*", bodyOfAtMost(largestBody));
  app.all("/trpc/*", (c) => answerTrpc(deps, c));
  app.route("/files", importFiles(deps));
  app.route("/files", lists(deps));
  app.route("/files", subjectAccessFiles(deps));
  app.route("/files", supplyLists(deps));
  app.route("/files", marketLists(deps));
  app.route("/files", boardLists(deps));
  app.route("/files", concernLists(deps));
  app.route("/files", meetingLists(deps));
  app.route("/files", reviewLists(deps));
  app.route("/files", packFiles(deps));
  app.route("/files", agreementFiles(deps));
  app.route("/files", attachments(deps));
  app.route("/files", roundLists(deps));
  app.route("/files", visitLists(deps));
  app.route("/", calendars(deps));
  app.route("/", externalReturns(deps));
  app.route("/", webApp(deps));
  app.onError((error, c) => {
    const requestId = c.get("requestId");
    deps.log.error({ requestId, ...faultFacts(error) }, isOutage(error) ? "outage" : "fault");
    if (!isOutage(error)) return c.json({ error: "fault", requestId }, 500);
    c.header("retry-after", "60");
    return c.json(outageOf(requestId), 503);
  });
  return app;
};
