import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import {
  listConflictsForBoard,
  listNeedsForBoard,
  listPlacesForBoard,
  listSupplyForBoard,
  listWorkForBoard,
} from "@alongside/db/views/board";
import { listTrackedObjectives } from "@alongside/db/views/impact";
import type { Facts, NeedFact, Place, SupplyFact, WorkFact } from "@alongside/domain/board";
import type { Instant } from "@alongside/domain/calendar";
import { chargesOf, termsOf } from "@alongside/domain/deployment";
import { outcomeOfObjective, type ObjectiveOutcome } from "@alongside/domain/impact";
import { phaseGroupOf, zoneServes } from "@alongside/domain/partnership";
import type { Phase, Setting, Urn } from "@alongside/domain/school";
import { parseInstant } from "@alongside/domain/calendar";
import { toTracked } from "../impact/objective.ts";
import { askOf } from "../need/ask.ts";

type School = { readonly urn: Urn; readonly phase: Phase; readonly setting: Setting };
type ToPlace = (school: School) => Place;

const momentOf = (text: string): Instant => {
  const known = parseInstant(text);
  if (known === undefined) throw new Error(`${text} is no instant`);
  return known;
};

const placing = async (read: Read, area: Area): Promise<ToPlace> => {
  const places = Map.groupBy(await listPlacesForBoard(read, area.id), ({ urn }) => urn);
  return ({ urn, ...school }) => {
    const group = phaseGroupOf(school);
    const own = places.get(urn)?.find(({ phaseGroup }) => zoneServes(phaseGroup, group));
    return { urn, group, zone: own?.zoneId ?? null };
  };
};

type NeedRow = Awaited<ReturnType<typeof listNeedsForBoard>>[number];

const toNeedFact = (
  { row, phase, setting, ...found }: NeedRow,
  place: ToPlace,
): readonly NeedFact[] => {
  const ask = askOf(row.need);
  if (row.state === "draft" || row.submittedAt === null) return [];
  return [
    {
      ...place({ urn: row.urn, phase, setting }),
      id: row.id,
      stage: row.state,
      band: row.band,
      area: row.primaryArea ?? "",
      halfDays: ask.halfDays ?? 0,
      outcome: row.outcome,
      submittedAt: momentOf(row.submittedAt),
      matchedAt: found.matchedAt,
      offersLost: found.offersLost,
    },
  ];
};

type SupplyRow = Awaited<ReturnType<typeof listSupplyForBoard>>[number];

const toSupplyFact = ({
  row,
  free,
  held,
  committed,
  booked,
  delivered,
}: SupplyRow): SupplyFact => ({
  id: row.id,
  leader: row.personId,
  term: row.termId,
  state: row.state,
  goodUntil: row.goodUntil,
  zones: row.supply.zones,
  groups: [
    ...new Set(row.supply.phases.map((phase) => phaseGroupOf({ phase, setting: "mainstream" }))),
  ],
  areas: row.supply.areas.map(({ area }) => area),
  published: row.state === "firm" ? free : 0,
  held,
  committed,
  booked,
  delivered,
});

type WorkRow = Awaited<ReturnType<typeof listWorkForBoard>>[number];

const toWorkFact = (
  { row, phase, setting, delivered, followUpDue, sustained }: WorkRow,
  place: ToPlace,
  objectives: readonly ObjectiveOutcome[],
): WorkFact => ({
  ...place({ urn: row.urn, phase, setting }),
  id: row.id,
  leader: row.personId,
  state: row.state,
  openedAt: momentOf(row.createdAt),
  agreed: row.halfDays,
  delivered,
  pence: chargesOf(termsOf(row.deployment)?.funding ?? [], delivered).reduce(
    (sum, { pence }) => sum + pence,
    0,
  ),
  objectives,
  followUp: followUpDue === null ? null : { dueOn: followUpDue, answer: sustained },
});

const outcomesByWork = async (read: Read, rows: readonly WorkRow[]) => {
  const tracked = await listTrackedObjectives(
    read,
    rows.map(({ row }) => row.id),
  );
  return Map.groupBy(tracked, ({ row }) => row.deploymentId);
};

type ConflictRow = Awaited<ReturnType<typeof listConflictsForBoard>>[number];

/** The records of an area with what a reader of rows is shown of each. */
export type Records = {
  readonly needs: readonly NeedRow[];
  readonly work: readonly WorkRow[];
  readonly supply: readonly SupplyRow[];
  readonly conflicts: readonly ConflictRow[];
};

/** All that the figures of an area are made of, as it stands at an instant. */
export const readFacts = async (
  read: Read,
  area: Area,
  at: Instant,
): Promise<{ readonly facts: Facts; readonly records: Records }> => {
  const [place, needs, supply, work, conflicts] = await Promise.all([
    placing(read, area),
    listNeedsForBoard(read, area.id),
    listSupplyForBoard(read, area.id, at),
    listWorkForBoard(read, area.id),
    listConflictsForBoard(read, area.id),
  ]);
  const objectives = await outcomesByWork(read, work);
  const outcomes = (row: WorkRow): readonly ObjectiveOutcome[] =>
    (objectives.get(row.row.id) ?? []).map((one) =>
      outcomeOfObjective(toTracked(one.row, one.readings)),
    );
  return {
    facts: {
      needs: needs.flatMap((row) => toNeedFact(row, place)),
      supply: supply.map(toSupplyFact),
      work: work.map((row) => toWorkFact(row, place, outcomes(row))),
      conflicts: conflicts.map(({ id, state }) => ({ id, state })),
    },
    records: { needs, supply, work, conflicts },
  };
};
