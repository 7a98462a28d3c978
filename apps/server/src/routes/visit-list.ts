import { Hono } from "hono";
import { toDeploymentId } from "@alongside/domain/deployment";
import { openArea } from "@alongside/usecases/area";
import { getDeploymentStatement } from "@alongside/usecases/impact";
import { listVisits, type VisitLine } from "@alongside/usecases/visit";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { toContext } from "./context.ts";
import { answerRefusal, sendCsv } from "./list.ts";

const toDays = (halfDays: number): number => halfDays / 2;
const toPounds = (pence: number): string => (pence / 100).toFixed(2);

const visitRow = (visit: VisitLine) => ({
  date: visit.date,
  startsAt: visit.startsAt,
  days: toDays(visit.halfDays),
  leader: visit.leader.name,
  school: visit.school.name,
  urn: visit.school.urn,
  state: visit.state,
});

type Statement = Awaited<ReturnType<typeof getDeploymentStatement>>;

/** One line for each source of funding: days × rate, and the share for brokering that is part of it. */
const statementRow =
  ({ school, leader, homeSchool, today }: Statement) =>
  (line: Statement["lines"][number]) => ({
    school: school.name,
    urn: school.urn,
    leader,
    homeSchool,
    asOf: today,
    source: line.source,
    daysAgreed: toDays(line.agreedHalfDays),
    daysDelivered: toDays(line.deliveredHalfDays),
    poundsPerDay: toPounds(line.pencePerDay),
    pounds: toPounds(line.pence),
    brokerageShare: line.brokerageShare,
    poundsForBrokering: toPounds(line.brokeragePence),
    poundsForHomeSchool: toPounds(line.pence - line.brokeragePence),
  });

/** Visits and what they cost as files. */
export const visitLists = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .get("/areas/:area/visits.csv", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const { visits } = await listVisits(ctx, area);
      return sendCsv(c, `${area.slug}-visits`, visits.map(visitRow));
    })
    .get("/areas/:area/deployments/:deployment/statement.csv", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const id = toDeploymentId(c.req.param("deployment"));
      const statement = await getDeploymentStatement(ctx, area, id);
      return sendCsv(c, "statement-of-support", statement.lines.map(statementRow(statement)));
    })
    .onError(answerRefusal);
