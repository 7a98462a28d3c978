import { Hono } from "hono";
import { supplyQuestionInAddress } from "@alongside/api";
import { toId, type PersonId } from "@alongside/domain/identity";
import { toTermWords } from "@alongside/domain/partnership";
import { isUrn, type Urn } from "@alongside/domain/school";
import { openArea } from "@alongside/usecases/area";
import {
  getHomeStatement,
  getLeaderStatement,
  listCapacity,
  type MovementLine,
  type SupplyLine,
} from "@alongside/usecases/capacity";
import { refuse } from "@alongside/usecases/context";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { toContext } from "./context.ts";
import { answerRefusal, sendCsv } from "./list.ts";

const toDays = (halfDays: number): number => halfDays / 2;

const supplyRow = ({ line, days, ...leader }: SupplyLine) => ({
  leader: leader.name,
  kind: leader.kind,
  homeSchool: leader.homeSchool,
  urn: leader.homeUrn,
  homeZones: leader.homeZones.join("; "),
  designated: leader.isDesignated ? "yes" : "no",
  answer: leader.state,
  daysPublished: toDays(days.published),
  daysFree: toDays(days.free),
  daysHeld: toDays(days.held),
  daysSetAside: toDays(days.committed),
  daysBooked: toDays(days.booked),
  daysDone: toDays(days.delivered),
  daysGivenUp: toDays(days.released),
  confirmedOn: line?.confirmedOn ?? null,
  goodUntil: line?.goodUntil ?? null,
  expertise: line?.supply.areas.map(({ area, level }) => `${area} (${level})`).join("; ") ?? null,
  mostKilometres: line?.supply.mostKm ?? null,
  mostSchools: line?.supply.mostSchools ?? null,
});

const movementRow = (row: MovementLine) => ({
  at: row.at,
  term: toTermWords(row),
  movement: row.movement,
  from: row.from,
  to: row.to,
  days: toDays(row.halfDays),
  half: row.window,
  by: row.by,
  onBehalfOf: row.onBehalfOf,
  reason: row.reason,
  offer: row.offerId,
  agreement: row.deploymentId,
  visit: row.visitId,
});

const toUrn = (text: string): Urn => {
  const number = Number(text);
  return isUrn(number) ? number : refuse({ kind: "not-found" });
};

/** Days as files: an area's list, and the statements of leaders and home schools. */
export const supplyLists = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .get("/areas/:area/capacity.csv", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const question = supplyQuestionInAddress(new URL(c.req.url).searchParams);
      const { leaders } = await listCapacity(ctx, area, question);
      return sendCsv(c, `${area.slug}-capacity`, leaders.map(supplyRow));
    })
    .get("/areas/:area/leaders/:leader/statement.csv", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const personId = toId<PersonId>(c.req.param("leader"));
      const { movements } = await getLeaderStatement(ctx, area, { personId });
      return sendCsv(c, "statement-of-days", movements.map(movementRow));
    })
    .get("/areas/:area/schools/:urn/days.csv", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const { school, movements } = await getHomeStatement(ctx, area, {
        urn: toUrn(c.req.param("urn")),
      });
      const rows = movements.map(({ leader, ...row }) => ({ leader, ...movementRow(row) }));
      return sendCsv(c, `days-of-${school.urn}`, rows);
    })
    .onError(answerRefusal);
