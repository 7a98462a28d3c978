import { supplyQuestionInAddress } from "@alongside/api";
import { toId, type PersonId } from "@alongside/domain/identity";
import { toTermWords } from "@alongside/domain/calendar";
import { isUrn, type Urn } from "@alongside/domain/school";
import {
  getHomeStatement,
  getLeaderStatement,
  listCapacity,
  type MovementLine,
  type SupplyLine,
} from "@alongside/usecases/capacity";
import { refuse } from "@alongside/usecases/context";
import type { Hono } from "hono";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { listFiles } from "./list-file.ts";

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
  listFiles(deps, {
    "/areas/:area/capacity": async ({ ctx, area, search }) => {
      const { leaders } = await listCapacity(ctx, area, supplyQuestionInAddress(search));
      return { name: `${area.slug}-capacity`, rows: leaders.map(supplyRow) };
    },
    "/areas/:area/leaders/:leader/statement": async ({ ctx, area, part }) => {
      const personId = toId<PersonId>(part("leader"));
      const { movements } = await getLeaderStatement(ctx, area, { personId });
      return { name: "statement-of-days", rows: movements.map(movementRow) };
    },
    "/areas/:area/schools/:urn/days": async ({ ctx, area, part }) => {
      const { school, movements } = await getHomeStatement(ctx, area, { urn: toUrn(part("urn")) });
      const rows = movements.map(({ leader, ...row }) => ({ leader, ...movementRow(row) }));
      return { name: `days-of-${school.urn}`, rows };
    },
  });
