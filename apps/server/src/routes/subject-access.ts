import { Hono, type Context as HonoContext } from "hono";
import { toId, type PersonId } from "@alongside/domain/identity";
import { openArea } from "@alongside/usecases/area";
import { exportOwn, exportPerson, type SubjectAccess } from "@alongside/usecases/subject-access";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { toContext } from "./context.ts";
import { answerRefusal } from "./list-file.ts";

/** As a file that is read by people and by programs. */
const sendKept = (c: HonoContext<AppVariables>, kept: SubjectAccess) => {
  c.header("content-type", "application/json; charset=utf-8");
  c.header("content-disposition", 'attachment; filename="everything-kept.json"');
  c.header("cache-control", "no-store");
  return c.body(`${JSON.stringify(kept, null, 2)}\n`);
};

/** What is kept of a person, as a file: of oneself, and, for whoever answers for it, of somebody of the area. */
export const subjectAccessFiles = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .get("/account/everything.json", async (c) => sendKept(c, await exportOwn(toContext(deps, c))))
    .get("/areas/:area/people/:person/everything.json", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const personId = toId<PersonId>(c.req.param("person"));
      return sendKept(c, await exportPerson(ctx, area, { personId }));
    })
    .onError(answerRefusal);
