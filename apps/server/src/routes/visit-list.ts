import { toDeploymentId } from "@alongside/domain/deployment";
import { getDeploymentStatement } from "@alongside/usecases/impact";
import { listVisits, visitParts, type VisitLine } from "@alongside/usecases/visit";
import type { Hono } from "hono";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { listFiles } from "./list-file.ts";

const toDays = (halfDays: number): number => halfDays / 2;

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
    poundsPerDay: { pence: line.pencePerDay },
    pounds: { pence: line.pence },
    brokerageShare: line.brokerageShare,
    poundsForBrokering: { pence: line.brokeragePence },
    poundsForHomeSchool: { pence: line.pence - line.brokeragePence },
  });

/** Visits and what they cost as files. */
export const visitLists = (deps: Dependencies): Hono<AppVariables> =>
  listFiles(deps, {
    "/areas/:area/visits": async ({ ctx, area, search }) => {
      const parts = visitParts.filter((part) => search.getAll("part").includes(part));
      const words = search.get("words") ?? "";
      const { visits } = await listVisits(ctx, area, { parts, words });
      return { name: `${area.slug}-visits`, rows: visits.map(visitRow) };
    },
    "/areas/:area/deployments/:deployment/statement": async ({ ctx, area, part }) => {
      const id = toDeploymentId(part("deployment"));
      const statement = await getDeploymentStatement(ctx, area, id);
      return { name: "statement-of-support", rows: statement.lines.map(statementRow(statement)) };
    },
  });
