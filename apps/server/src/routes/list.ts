import { Hono, type Context as HonoContext } from "hono";
import { stringify } from "csv-stringify/sync";
import {
  needQuestionInAddress,
  peopleFilter,
  peopleQuestionInAddress,
  questionInAddress,
  statusOf,
} from "@alongside/api";
import { exportPeople } from "@alongside/usecases/identity";
import { openArea } from "@alongside/usecases/area";
import { RefusedError } from "@alongside/usecases/context";
import type { NotTaken } from "@alongside/domain/register-import";
import { getImport } from "@alongside/usecases/register";
import { listNeeds, type QueueLine } from "@alongside/usecases/need";
import { listSchools, type SchoolListLine } from "@alongside/usecases/school";
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

/** Answers CSV as a file of that name. */
export const sendText = (c: HonoContext<AppVariables>, name: string, text: string) => {
  c.header("content-type", "text/csv; charset=utf-8");
  c.header("content-disposition", `attachment; filename="${name}.csv"`);
  return c.body(text);
};

/** Answers rows as a file of that name. */
export const sendCsv = (c: HonoContext<AppVariables>, name: string, rows: Rows) =>
  sendText(c, name, toCsv(rows));

const searchOf = (c: HonoContext<AppVariables>): URLSearchParams => new URL(c.req.url).searchParams;

const schoolRow = ({ zones, easting: _east, northing: _north, ...school }: SchoolListLine) => ({
  ...school,
  zones: zones.join("; "),
});

const needRow = (line: QueueLine) => ({
  reference: line.reference,
  school: line.school,
  urn: line.urn,
  phase: line.phase,
  zones: line.zones.join("; "),
  stage: line.state,
  urgent: line.isUrgent ? "yes" : "no",
  band: line.band,
  area: line.primaryArea,
  sent: line.submittedAt,
  ageInDays: line.age,
  next: line.next.what,
  due: line.dueAt,
  offer: line.offer?.state ?? null,
  watched: line.isWatched ? "yes" : "no",
  coordinator: line.coordinator,
});

const personRow = (person: Awaited<ReturnType<typeof exportPeople>>[number]) => ({
  name: person.name,
  email: person.email,
  roles: person.grants
    .map(({ role, schoolName, zoneName }) =>
      [role, schoolName ?? zoneName].filter(Boolean).join(", "),
    )
    .join("; "),
  lastSeen: person.lastSeenAt,
  deactivated: person.deactivatedAt,
});

const leftRow = ({ line, urn, reason }: NotTaken) => ({ line, urn, reason });

/** A refusal of a file, with its facts and its status; everything else is a fault. */
export const answerRefusal = (error: Error, c: HonoContext<AppVariables>) => {
  if (!(error instanceof RefusedError)) throw error;
  return c.json({ refusal: error.refusal }, statusOf(error.refusal).http);
};

/** The lists of the screens as files, filtered and sorted as the address says. */
export const lists = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .get("/areas/:area/schools.csv", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const question = { ...questionInAddress(searchOf(c)), offset: 0, limit: wholeList };
      const { schools } = await listSchools(ctx, area, question);
      return sendCsv(c, `${area.slug}-schools`, schools.map(schoolRow));
    })
    .get("/areas/:area/needs.csv", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const question = { ...needQuestionInAddress(searchOf(c)), offset: 0, limit: wholeList };
      const { needs } = await listNeeds(ctx, area, question);
      return sendCsv(c, `${area.slug}-needs`, needs.map(needRow));
    })
    .get("/areas/:area/people.csv", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const filter = peopleFilter(peopleQuestionInAddress(searchOf(c)));
      const people = await exportPeople(ctx, { ...filter, areaId: area.id });
      return sendCsv(c, `${area.slug}-people`, people.map(personRow));
    })
    .get("/areas/:area/imports/:id/not-taken.csv", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const { id, summary } = await getImport(ctx, area, Number(c.req.param("id")));
      return sendCsv(c, `import-${id}-not-taken`, summary.notTaken.map(leftRow));
    })
    .onError(answerRefusal);
