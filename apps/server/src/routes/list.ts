import { Hono, type Context as HonoContext } from "hono";
import { stringify } from "csv-stringify/sync";
import { schoolQuestion, statusOf } from "@alongside/api";
import { openArea } from "@alongside/usecases/area";
import { RefusedError } from "@alongside/usecases/context";
import { listSchools } from "@alongside/usecases/school";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { toContext } from "./context.ts";

type Rows = readonly Readonly<Record<string, string | number | null>>[];

const wholeList = 100_000;

/** A list as a spreadsheet opens it: with a byte order mark, and no cell that starts a formula. */
export const toCsv = (rows: Rows): string =>
  stringify([...rows], {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });

const sendCsv = (c: HonoContext<AppVariables>, name: string, rows: Rows) => {
  c.header("content-type", "text/csv; charset=utf-8");
  c.header("content-disposition", `attachment; filename="${name}.csv"`);
  return c.body(toCsv(rows));
};

/** The lists of the screens as files, filtered and sorted as the address says. */
export const lists = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .get("/areas/:area/schools.csv", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const asked = schoolQuestion.safeParse(c.req.query());
      const question = asked.success ? asked.data : schoolQuestion.parse({});
      const { schools } = await listSchools(ctx, area, {
        ...question,
        offset: 0,
        limit: wholeList,
      });
      const rows = schools.map(({ zones, easting: _e, northing: _n, ...school }) => ({
        ...school,
        zones: zones.join("; "),
      }));
      return sendCsv(c, `${area.slug}-schools`, rows);
    })
    .onError((error, c) => {
      if (!(error instanceof RefusedError)) throw error;
      return c.json({ refusal: error.refusal }, statusOf(error.refusal).http);
    });
