import { Hono } from "hono";
import { anonymous } from "@alongside/domain/identity";
import { readCalendar } from "@alongside/usecases/visit";
import type { AppVariables } from "../app.ts";
import { toIcs } from "../calendar/ics.ts";
import type { Dependencies } from "../deps.ts";
import { answerRefusal } from "./list-file.ts";

/** Calendar programs bring no cookie: the private address is the whole key, and shows what its person may see at this moment. */
export const calendars = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .get("/calendar/:file", async (c) => {
      const { database, now, newId, origin } = deps;
      const { read, write } = database;
      const ctx = { actor: anonymous, requestId: c.get("requestId"), now, newId, read, write };
      const token = c.req.param("file").replace(/\.ics$/, "");
      const calendar = await readCalendar(ctx, token);
      return c.body(toIcs(calendar, origin ?? new URL(c.req.url).origin), 200, {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="alongside-visits.ics"',
        "cache-control": "private, no-store",
      });
    })
    .onError(answerRefusal);
